import { circuitBreaker, consecutiveFailures, policy } from "@morrow/resilience";

/** What a million keys take that were called once and then never again. */
const keys = 1_000_000;

async function bytes(work: () => Promise<number>): Promise<number> {
  const made = policy(
    "bench",
    circuitBreaker({ opensAfter: consecutiveFailures(5), halfOpenAfter: 1_000, maxKeys: keys }),
  );
  globalThis.gc?.();
  const before = process.memoryUsage();
  for (let n = 0; n < keys; n += 1) await made.execute(work, { key: `node-${n}` }).catch(() => undefined);
  globalThis.gc?.();
  const after = process.memoryUsage();
  // The policy is used once more, so that it cannot have been collected before it was weighed.
  await made.execute(async () => 1);
  return after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}

const megabytes = (amount: number) => `${(amount / 1024 / 1024).toFixed(1)} MiB`;
console.log(`\n${keys} idle keys of one circuit breaker`);
console.log(`  each answered once       ${megabytes(await bytes(async () => 1))}`);
console.log(`  each failed once         ${megabytes(await bytes(() => Promise.reject(new Error("down"))))}`);
process.exit();
