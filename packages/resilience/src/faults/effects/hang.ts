import { FaultHangError } from "../errors.ts";
import { injected } from "../injected.ts";
import type { Happening } from "./effect.ts";
import { pause } from "./pause.ts";

/**
 * How long a call hangs that nobody gives up, in ms: long enough for every sensible timeout to be first, short enough for a
 * service without one not to gather hanging calls for ever.
 */
const bound = 60_000;

/** Nothing more happens until the call is given up, the rule ends, or a bound is reached. */
export const hang: Happening<"hang"> = async ({ milliseconds = bound }, occasion) => {
  if ((await pause(milliseconds, occasion)) === "released") return undefined;
  throw injected(new FaultHangError(occasion.point, milliseconds), occasion.active.rule);
};
