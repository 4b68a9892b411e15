import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** `npm run bench [NAME…]`: runs bench/NAME/run.ts, all of them when none is named. */
const available = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !available.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(", ")}. There are: ${available.join(", ")}.\n`);
  process.exit(2);
}
for (const name of wanted.length > 0 ? wanted : available) {
  process.stdout.write(`\n== ${name}\n`);
  const code = await new Promise((resolve) => {
    spawn("node", [join(import.meta.dirname, name, "run.ts")], { stdio: "inherit" }).on("exit", resolve);
  });
  if (code !== 0) process.exitCode = 1;
}
