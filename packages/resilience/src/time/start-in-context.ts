import type { Clock, Timer } from "./clock.ts";

/**
 * As `clock.start`, and `ring` runs in the asynchronous context of who called: its span, its request, its surrounding call. Timers
 * are shared and ring in the context of whoever came first. A promise remembers its context for a fiftieth of what
 * `AsyncLocalStorage.snapshot` costs.
 */
export function startInContext(clock: Clock, milliseconds: number, ring: () => void): Timer {
  let stopped = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  void promise.then(() => {
    if (!stopped) ring();
  });
  const timer = clock.start(milliseconds, resolve);
  return {
    stop: () => {
      stopped = true;
      timer.stop();
    },
  };
}
