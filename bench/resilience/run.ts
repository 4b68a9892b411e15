/**
 * What a policy costs a call, beside cockatiel and opossum doing the same work in the same run; what it allocates; what a
 * million idle keys take.
 *   npm run bench resilience
 */
import { spawnSync } from "node:child_process";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";

import { groups } from "./contenders.ts";
import { timeTogether } from "./timing.ts";

console.log(`${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`);

for (const [group, contenders] of Object.entries(groups)) {
  const functions: (() => unknown)[] = [];
  for (const contender of contenders) functions.push(await contender.make());
  const timings = await timeTogether(functions);
  const ours = timings[contenders.findIndex(({ name }) => name === "Morrow")];
  console.log(`\n${group}: ns a call, best and median of 15 rounds`);
  for (const [index, { name }] of contenders.entries()) {
    const timing = timings[index];
    if (timing === undefined) continue;
    const ratio =
      ours === undefined || timing === ours ? "" : `${(timing.best / ours.best).toFixed(2)} × Morrow`;
    console.log(`  ${name.padEnd(26)}${column(timing.best)}${column(timing.median)}   ${ratio}`);
  }
}

// Each in a process of its own: a heap that is large enough to need no collection, and nothing else in it.
for (const part of ["allocations.ts", "in-flight.ts", "idle-keys.ts", "fails-open.ts"])
  spawnSync(
    process.execPath,
    [
      "--expose-gc",
      "--max-semi-space-size=512",
      "--min-semi-space-size=512",
      join(import.meta.dirname, part),
    ],
    { stdio: "inherit" },
  );
process.exit();

function column(nanoseconds: number): string {
  return nanoseconds.toFixed(0).padStart(9);
}
