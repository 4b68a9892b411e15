/** Nanoseconds a call: the best and the median of the rounds. */
export interface Timing {
  readonly best: number;
  readonly median: number;
}

const rounds = 15;
const calls = 100_000;

/**
 * Times several functions in one go. The rounds of all of them alternate, so that what else the machine does meets all alike;
 * awaiting one call after the other is part of each.
 */
export async function timeTogether(functions: readonly (() => unknown)[]): Promise<Timing[]> {
  const taken = functions.map((): number[] => []);
  for (const call of functions) await round(call, calls / 2);
  for (let n = 0; n < rounds; n += 1)
    for (const [index, call] of functions.entries()) taken[index]?.push(await round(call, calls));
  return taken.map((all) => {
    const sorted = all.toSorted((left, right) => left - right);
    return { best: sorted[0] ?? Number.NaN, median: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN };
  });
}

async function round(call: () => unknown, times: number): Promise<number> {
  const before = process.hrtime.bigint();
  for (let n = 0; n < times; n += 1) await call();
  return Number(process.hrtime.bigint() - before) / times;
}
