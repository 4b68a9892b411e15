import { memoryUsage } from "node:process";

import { groups } from "./contenders.ts";

/** Bytes allocated a call: how much the heap grew over so many calls without a collection in between. */
const calls = 100_000;

async function allocated(call: () => unknown): Promise<number> {
  for (let n = 0; n < calls / 2; n += 1) await call();
  globalThis.gc?.();
  const before = memoryUsage().heapUsed;
  for (let n = 0; n < calls; n += 1) await call();
  return (memoryUsage().heapUsed - before) / calls;
}

console.log(`\nbytes allocated a call, over ${calls} calls`);
for (const [group, contenders] of Object.entries(groups)) {
  console.log(`  ${group}`);
  for (const { name, make } of contenders)
    console.log(`    ${name.padEnd(26)}${(await allocated(await make())).toFixed(0).padStart(7)}`);
}
process.exit();
