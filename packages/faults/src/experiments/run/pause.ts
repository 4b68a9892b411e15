import { isNumber, pythonText, toNumber, type Value } from "../values/index.ts";

/** Node's timers wrap beyond 2^31 − 1 ms. */
const longestTimer = 2_147_483_647;

/** Waits for a number of seconds. @throws the reason of `signal` when it is aborted meanwhile */
export async function pause(seconds: Value, signal: AbortSignal): Promise<void> {
  if (!isNumber(seconds) || !(toNumber(seconds) >= 0))
    throw new TypeError(`A pause must be a number of seconds, not ${pythonText(seconds)}.`);
  let left = toNumber(seconds) * 1000;
  while (left > 0) {
    const part = Math.min(left, longestTimer);
    await wait(part, signal);
    left -= part;
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal.addEventListener("abort", stop, { once: true });
  });
}
