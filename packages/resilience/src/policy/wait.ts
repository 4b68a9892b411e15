import type { Clock } from "../time/clock.ts";
import type { Call } from "./call.ts";

/** Waits, but not longer than the call: rejects with the reason as soon as it is given up. Leaves no timer and no listener. */
export function wait(milliseconds: number, call: Call, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = clock.start(milliseconds, () => {
      unfollow();
      resolve();
    });
    const unfollow = call.whenGivenUp(() => {
      timer.stop();
      reject(call.reason);
    });
  });
}
