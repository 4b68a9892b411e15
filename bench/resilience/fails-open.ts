import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";

import { circuitBreaker, fallback, fault, policy, retry, timeout } from "@morrow/resilience";
import { faultsFromMorrow } from "@morrow/resilience/control";

import { badKinds, type BadKind } from "../../packages/resilience/src/testing/bad-controller.ts";

/**
 * What calls cost while the controller they follow is of no help, beside a service that follows none. The loop turns every thousand
 * calls, so that what the controller sends is read; it stands in a process of its own. Rounds alternate over all of them, and are
 * long: connecting takes about 0.5 ms once a round, which over 50,000 calls looked like 10 ns of each fault point.
 */
const rounds = 8;
const calls = 500_000;
const work = async () => 1;
const made = policy("bench", fallback(2), retry(), circuitBreaker(), timeout(1_000));

const measured: readonly (readonly [string, () => unknown])[] = [
  ["await fault(…)", () => fault("bench")],
  ["fallback, retry, breaker and timeout", () => made.execute(work)],
];

interface Situation {
  readonly name: string;
  readonly url: string | undefined;
  readonly best: number[];
}

async function round(call: () => unknown): Promise<number> {
  const before = process.hrtime.bigint();
  for (let n = 0; n < calls; n += 1) {
    await call();
    if (n % 1_000 === 0) await setImmediate();
  }
  return Number(process.hrtime.bigint() - before) / calls;
}

async function addressOf(kind: BadKind): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "bad-controller.ts"), kind], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout, "data");
  return String(said).trim();
}

const situations: Situation[] = [{ name: "follows none", url: undefined, best: [] }];
for (const kind of badKinds) situations.push({ name: kind, url: await addressOf(kind), best: [] });

for (let n = 0; n < rounds; n += 1)
  for (const { url, best } of situations) {
    using feed = url === undefined ? undefined : faultsFromMorrow({ url, service: "bench" });
    for (const [index, [, call]] of measured.entries())
      best[index] = Math.min(best[index] ?? Infinity, await round(call));
    feed?.close();
  }

console.log(`\nns a call, best of ${rounds} rounds, by what the controller does`);
console.log(`  ${"".padEnd(14)}${measured.map(([name]) => name.padStart(40)).join("")}`);
for (const { name, best } of situations)
  console.log(`  ${name.padEnd(14)}${best.map((value) => value.toFixed(0).padStart(40)).join("")}`);
process.exit();
