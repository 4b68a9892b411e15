import type { Source } from "./source.ts";

/** How often something may stand; `max` may be Infinity. */
export interface Repeat {
  readonly min: number;
  readonly max: number;
}

/** Python's largest count of repetitions is beyond JavaScript's largest bound that engines keep apart from infinity. */
const mostRepeats = 4_294_967_295;

/** A quantifier, or null when there is none here: a brace that is no count is a character. @throws PatternFailed */
export function readRepeat(source: Source): Repeat | null {
  if (source.take("*")) return { min: 0, max: Infinity };
  if (source.take("+")) return { min: 1, max: Infinity };
  if (source.take("?")) return { min: 0, max: 1 };
  const start = source.at;
  if (!source.take("{")) return null;
  if (source.peek() !== "}") {
    const low = source.takeWhile(/[0-9]/);
    const high = source.take(",") ? source.takeWhile(/[0-9]/) : low;
    const open = high === "";
    if (source.take("}")) return bounds(source, low === "" ? 0 : Number(low), open ? Infinity : Number(high));
  }
  source.at = start;
  return null;
}

function bounds(source: Source, min: number, max: number): Repeat {
  if (min >= mostRepeats || (max !== Infinity && max >= mostRepeats))
    throw source.invalid("a count is too large");
  if (min > max) throw source.invalid("the least count is above the largest");
  return { min, max };
}
