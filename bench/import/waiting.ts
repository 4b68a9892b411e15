/** How long somebody else waits meanwhile: asks again and again until stopped. Milliseconds. */
export interface Waiting {
  stop(): Promise<{ longest: number; median: number; asked: number }>;
}

/** `ask` is one small request; `pause` milliseconds lie between two. */
export function watchWaiting(ask: () => Promise<unknown>, pause = 5): Waiting {
  const took: number[] = [];
  const stopping = new AbortController();
  const running = (async () => {
    while (!stopping.signal.aborted) {
      const before = performance.now();
      await ask();
      took.push(performance.now() - before);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  })();
  return {
    async stop() {
      stopping.abort();
      await running;
      const sorted = took.toSorted((a, b) => a - b);
      return {
        longest: sorted.at(-1) ?? 0,
        median: sorted[Math.floor(sorted.length / 2)] ?? 0,
        asked: sorted.length,
      };
    },
  };
}
