import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../apps/cli/src/main.ts", import.meta.url));

export interface Ran {
  code: number | null;
  bytes: Buffer;
  out: string;
  err: string;
}

/** Runs `morrow …` as a terminal does, with an environment of the test's own. */
export async function runMorrow(
  args: readonly string[],
  { environment, input = "" }: { environment: Record<string, string>; input?: string },
): Promise<Ran> {
  const child = spawn(process.execPath, [main, ...args], {
    env: { PATH: process.env["PATH"], ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.end(input);
  const ended = once(child, "exit");
  const [bytes, err] = await Promise.all([buffer(child.stdout), buffer(child.stderr)]);
  const [code] = await ended;
  return {
    code: typeof code === "number" ? code : null,
    bytes,
    out: bytes.toString("utf8"),
    err: err.toString("utf8"),
  };
}
