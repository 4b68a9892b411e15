/**
 * Where a fault stands to the call. `before`: then the call is made, unless the fault ended it. `instead`: the call is not
 * made. `after`: the call was made, its effects on the dependency stand, and then the fault happens to its answer.
 */
export type Position = "before" | "instead" | "after";

/**
 * What happens. Durations are in ms.
 * `latency`: it takes longer, by `milliseconds` plus something between nothing and `jitter`.
 * `exception`: it throws an error with these properties. `status`: it throws an error with a status, and adapters of HTTP answer
 * with it. `data`: the answer is this value. `hang`: nothing more happens until the call is given up.
 */
export type Effect =
  | { readonly kind: "latency"; readonly milliseconds: number; readonly jitter?: number }
  | {
      readonly kind: "exception";
      readonly name?: string;
      readonly message?: string;
      readonly properties?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "data"; readonly value: unknown }
  | { readonly kind: "hang" };

/** One fault, and the calls it is meant for: those that match `labels` and `cohort`, of them `share`, of these the `first`. */
export interface FaultRule {
  readonly id: string;
  /** The name of the fault point: a policy's name, or what was given to `fault(name)`. */
  readonly point: string;
  readonly position: Position;
  /** In this order, on one throw of the dice. */
  readonly effects: readonly Effect[];
  /** All of them must match the call's labels; a list matches when one of its values does. */
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
  /** Which part of the users, tenants …: those whose value of the label `by` falls into it, the same in every process. In (0, 1]. */
  readonly cohort?: { readonly by: string; readonly share: number };
  /** Which part of the calls, by chance. In (0, 1]; all of them where absent. */
  readonly share?: number;
  /** Only so many calls; then the dependency has recovered. */
  readonly first?: number;
  /** The same seed chooses the same calls and the same cohort. */
  readonly seed?: number;
}
