import { spawn } from "node:child_process";

/** `npm run check`: everything that can be said about the sources without running them. Says all of it, not only the first. */
const checks: readonly (readonly [string, ...string[]])[] = [
  ["tsc", "-p", "tsconfig.json"],
  ["tsc", "-p", "apps/web/tsconfig.json"],
  ["tsc", "-p", "packages/resilience/src/react/tsconfig.json"],
  ["oxlint", "--type-aware"],
  ["oxfmt", "--check"],
  ["knip"],
];

let failed = 0;
for (const [command, ...args] of checks) {
  const code = await run(command, args);
  process.stdout.write(`${code === 0 ? "passed" : "FAILED"}: ${command} ${args.join(" ")}\n`);
  if (code !== 0) failed += 1;
}
process.exitCode = failed === 0 ? 0 : 1;

function run(command: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit" });
    child.on("error", () => resolve(127));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
