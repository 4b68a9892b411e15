import type { Value } from "../values/index.ts";
import { ToleranceFailed } from "./failure.ts";
import { PatternFailed, translatePattern } from "./regex/index.ts";

/** Python's re.compile(pattern).search(value) is not None; the value is asked for once the pattern is good. @throws ToleranceFailed */
export function searchPattern(pattern: Value, valueOf: () => Value): boolean {
  if (typeof pattern !== "string") throw new ToleranceFailed("TypeError", "A pattern must be text.");
  const compiled = compile(pattern);
  const value = valueOf();
  if (typeof value !== "string")
    throw new ToleranceFailed(
      "TypeError",
      "A pattern searches text, but the value is something else. Say a target.",
    );
  return compiled.test(value);
}

function compile(pattern: string): RegExp {
  try {
    return translatePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternFailed)) throw error;
    throw new ToleranceFailed("error", error.message, { cause: error });
  }
}
