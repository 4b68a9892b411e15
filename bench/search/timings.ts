/** How long a kind of query took, in milliseconds. */
export interface Timings {
  readonly name: string;
  readonly taken: readonly number[];
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Mean number of results on the page. */
  readonly hits: number;
}

/** Runs a question `tries` times and gives its shortest time: what it costs when nothing else has the processor. */
export async function shortest(tries: number, ask: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let n = 0; n < tries; n += 1) {
    const before = performance.now();
    await ask();
    best = Math.min(best, performance.now() - before);
  }
  return best;
}

export function summarise(name: string, taken: readonly number[], hits: number): Timings {
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { name, taken, p50: at(0.5), p95: at(0.95), p99: at(0.99), hits };
}

function ms(value: number): string {
  return value.toFixed(1).padStart(7);
}

export function line({ name, p50, p95, p99, hits }: Timings): string {
  return `  ${name.padEnd(32)} p50 ${ms(p50)}  p95 ${ms(p95)}  p99 ${ms(p99)} ms   ${hits.toFixed(0)} hits`;
}
