import { FaultStatusError } from "../errors.ts";
import { injected } from "../injected.ts";
import type { Happening } from "./effect.ts";

/** The dependency answers with a status. */
export const status: Happening<"status"> = (effect, { point, active }) => {
  throw injected(new FaultStatusError(point, effect.status, effect.retryAfter), active.rule);
};
