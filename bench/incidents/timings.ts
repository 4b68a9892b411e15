/** Runs `call` a number of times and prints how long it took, in milliseconds. */
export async function measure(
  name: string,
  times: number,
  call: (n: number) => Promise<unknown>,
): Promise<void> {
  for (let n = 0; n < 5; n += 1) await call(-1 - n);
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const before = performance.now();
    await call(n);
    taken.push(performance.now() - before);
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  console.log(`  ${name.padEnd(46)} p50 ${ms(at(0.5))}  p95 ${ms(at(0.95))} ms`);
}

function ms(value: number): string {
  return value.toFixed(1).padStart(7);
}
