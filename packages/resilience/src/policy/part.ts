import type { Answer } from "./answer.ts";
import type { Call } from "./call.ts";
import type { Surroundings } from "./surroundings.ts";

/** The next thing inwards. It may throw instead of rejecting; a refusal that nobody had to wait for it gives back (answer.ts). */
export type Step = (call: Call) => Answer;

/**
 * The order of the parts, from the outside in. It is always the same, whatever order they are written in
 * (docs/guides/resilience.md says why each stands where it does).
 */
export const order = [
  "fallback",
  "feature-removal",
  "total-timeout",
  "retry",
  "rate-limit",
  "circuit-breaker",
  "bulkhead",
  "hedge",
  "timeout",
] as const;

export type PartKind = (typeof order)[number];

/** One pattern of a policy. `Extra` is what it may answer instead of the dependency's own answer. */
export interface Part<Extra = never> {
  readonly kind: PartKind;
  /**
   * Puts the pattern around the next step inwards. Called once, when the policy is made.
   * @internal
   */
  around(next: Step, surroundings: Surroundings): Step;
  /** Whether an answer of one call may be given to another, later: what can be read only once is no such answer. */
  readonly keepsAnswers?: boolean;
  /** Never set; carries the type. */
  readonly extra?: Extra;
}
