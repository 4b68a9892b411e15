import type { Happening } from "./effect.ts";
import { pause } from "./pause.ts";

/** The call takes longer. */
export const latency: Happening<"latency"> = async ({ milliseconds, jitter = 0 }, occasion) => {
  await pause(milliseconds + jitter * occasion.random(), occasion);
  return undefined;
};
