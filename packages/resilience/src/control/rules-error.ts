/**
 * `rules.unreadable`: the file could not be read, or not be watched. `rules.too_large`: more than can be meant.
 * `rules.malformed`: neither JSON nor the short notation. `rules.invalid`: a rule that cannot be.
 */
export type RulesErrorCode = "rules.unreadable" | "rules.too_large" | "rules.malformed" | "rules.invalid";

/** Fault rules that were not put in force. Those that were in force before stay so. */
export class RulesError extends Error {
  override readonly name = "RulesError";
  readonly code: RulesErrorCode;
  /** Where: the variable or file, and in it the rule and the field. */
  readonly place: string;

  constructor(code: RulesErrorCode, place: string, problem: string, cause?: unknown) {
    super(`${place}: ${problem} The fault rules are as they were.`, { cause });
    this.code = code;
    this.place = place;
  }
}
