/**
 * What a fault point costs while nothing is active (also in memory: how often the young generation was collected), what it costs
 * while something is, and how exact a latency is, beside a timer of the system on the same busy machine.
 *   node bench/fault-points/run.ts
 */
import { PerformanceObserver } from "node:perf_hooks";

import { fault, faultPoints, type FaultRule } from "@morrow/resilience";

const labels = { user: "7" };
const source = faultPoints.source("bench");
const rule: FaultRule = { id: "odd", point: "picks", effects: [{ kind: "hang" }] };

/** The rounds of all alternate, so that what else the machine does meets all alike. Best of the rounds, in ns a call. */
async function timed(
  functions: Readonly<Record<string, (calls: number) => Promise<void> | void>>,
): Promise<void> {
  const best = new Map<string, number>();
  for (let round = 0; round < 12; round += 1)
    for (const [name, run] of Object.entries(functions)) {
      const before = process.hrtime.bigint();
      await run(500_000);
      const taken = Number(process.hrtime.bigint() - before) / 500_000;
      best.set(name, Math.min(best.get(name) ?? Infinity, taken));
    }
  for (const [name, taken] of best) console.log(`${name.padEnd(48)} ${taken.toFixed(1).padStart(8)} ns`);
}

/** Without a use of what comes back the optimiser would leave the call out. */
let struck = 0;
const strikes = (calls: number) => {
  for (let call = 0; call < calls; call += 1) if (fault("picks", labels) !== undefined) struck += 1;
};
const awaiting = (work: () => Promise<unknown>) => async (calls: number) => {
  for (let call = 0; call < calls; call += 1) await work();
};
const bare = awaiting(async () => 1);
const nothing = (): Promise<unknown> | undefined => undefined;
const one = awaiting(async () => {
  await nothing();
  return 1;
});
const faulty = awaiting(async () => {
  await fault("picks", labels);
  return 1;
});

console.log("Off:");
await timed({
  "fault(…)": strikes,
  "an async function that awaits nothing": bare,
  "… that awaits undefined": one,
  "… that awaits fault(…)": faulty,
});

let collections = 0;
new PerformanceObserver((list) => {
  collections += list.getEntries().length;
}).observe({ entryTypes: ["gc"] });
await turn();
collections = 0;
strikes(100_000_000);
await turn();
console.log(
  `${"collections of garbage over 100,000,000 calls".padEnd(48)} ${String(collections).padStart(8)}`,
);

console.log("With a rule that does not take the call:");
const beside: readonly [string, Partial<FaultRule>][] = [
  ["at another point", { point: "reviews" }],
  ["for other labels", { labels: { user: "8" } }],
  ["for a cohort without the user", { cohort: { by: "user", share: 1e-9 } }],
  ["for a share, not met", { share: 1e-9, seed: 1 }],
];
for (const [name, scope] of beside) {
  source.replace([{ ...rule, ...scope }]);
  await timed({ [name]: strikes });
}

console.log("How much longer than asked, in ms:");
for (const milliseconds of [20, 20.5, 200]) {
  source.replace([{ ...rule, effects: [{ kind: "latency", milliseconds }] }]);
  const timer = () => new Promise((resolve) => setTimeout(resolve, milliseconds));
  const excess = { setTimeout: [] as number[], latency: [] as number[] };
  const count = 4000 / milliseconds;
  for (let n = 0; n < count; n += 1) {
    excess.setTimeout.push((await lasting(timer)) - milliseconds);
    excess.latency.push((await lasting(() => fault("picks"))) - milliseconds);
  }
  for (const [name, all] of Object.entries(excess)) report(`${name} of ${milliseconds} ms`, all);
}
source.clear();
if (struck > 0) process.exitCode = 1;

async function lasting(work: () => Promise<unknown> | undefined): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function report(name: string, excess: readonly number[]): void {
  const sorted = excess.toSorted((left, right) => left - right);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN).toFixed(2);
  const near = sorted.filter((value) => Math.abs(value) <= 1).length / sorted.length;
  console.log(
    `${name.padEnd(24)} least ${at(0)}, median ${at(0.5)}, p90 ${at(0.9)}, most ${at(1)}; within 1 ms ${(100 * near).toFixed(0)} %`,
  );
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
