import type { Clock } from "../time/clock.ts";
import type { Call } from "./call.ts";

/** Waits, but not longer than the call: rejects with the reason as soon as it is given up. Leaves no timer and no listener. */
export function wait(milliseconds: number, call: Call, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const { signal } = call;
    if (signal.aborted) {
      reject(signal.reason);
      return;
    }
    const timer = clock.start(milliseconds, () => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
    const abort = () => {
      timer.stop();
      reject(signal.reason);
    };
    signal.addEventListener("abort", abort, { once: true });
  });
}
