import { circuitBreaker, consecutiveFailures, fallback, policy, retry, timeout } from "@morrow/resilience";

/** How the cost of a call grows with the number of calls that are under way at once, all of them with a timeout running. */
const made = policy(
  "bench",
  fallback(2),
  retry({ attempts: 3 }),
  circuitBreaker({ opensAfter: consecutiveFailures(5), halfOpenAfter: 1_000 }),
  timeout(60_000),
);

async function together(calls: number): Promise<number> {
  const before = process.hrtime.bigint();
  const answers: (() => void)[] = [];
  const under = Array.from({ length: calls }, () =>
    made.execute(() => new Promise<number>((resolve) => answers.push(() => resolve(1)))),
  );
  for (const answer of answers) answer();
  await Promise.all(under);
  return Number(process.hrtime.bigint() - before) / calls;
}

console.log(
  "\nfallback, retry, breaker and timeout with so many calls under way: ns a call, best of 5 rounds",
);
for (const calls of [1, 100, 10_000, 1_000_000]) {
  const repeats = Math.max(1, 1_000 / calls);
  let best = Infinity;
  for (let round = 0; round < 5; round += 1) {
    globalThis.gc?.();
    let taken = 0;
    for (let n = 0; n < repeats; n += 1) taken += await together(calls);
    best = Math.min(best, taken / repeats);
  }
  console.log(`  ${String(calls).padStart(9)}${best.toFixed(0).padStart(9)}`);
}
process.exit();
