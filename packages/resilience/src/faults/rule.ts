/**
 * Where a fault stands to the call. `before`: then the call is made, unless the fault ended it. `instead`: the call is not
 * made. `after`: the call was made, its effects on the dependency stand, and then the fault happens to its answer; a call that
 * failed by itself is left alone.
 */
export type Position = "before" | "instead" | "after";

/**
 * What happens. Durations are in ms.
 * `latency`: it takes longer, by `milliseconds` plus something between nothing and `jitter`.
 * `exception`: it throws an error with these properties. `status`: it throws a `FaultStatusError`, and adapters of HTTP answer
 * with the status. `data`: the answer is this value. `hang`: nothing more happens until the call is given up; if nobody does
 * that, it fails after `milliseconds` (a minute where absent), as a lost connection is noticed in the end.
 */
export type Effect =
  | { readonly kind: "latency"; readonly milliseconds: number; readonly jitter?: number }
  | {
      readonly kind: "exception";
      /** `Error` where absent. With the name of an error of the language or the platform it is one (`TypeError`, `AbortError`). */
      readonly name?: string;
      readonly message?: string;
      readonly properties?: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: "data"; readonly value: unknown }
  | { readonly kind: "hang"; readonly milliseconds?: number };

/** An effect of one kind. */
export type EffectOf<Kind extends Effect["kind"]> = Extract<Effect, { readonly kind: Kind }>;

/**
 * One fault, and the calls it is meant for: those that match `labels` and `cohort`, of them `share`, of these the `first`.
 * Several rules at one point: in the order in which they were given, each throws its own dice. Their latencies add up; the first
 * that ends the call wins, and those behind it neither throw dice nor count.
 */
export interface FaultRule {
  /** Unique in its source. Signals and errors carry it; a rule that is given again under it goes on counting. */
  readonly id: string;
  /** The name of the fault point: a policy's name, or what was given to `fault(name)`. */
  readonly point: string;
  /** `before` where absent. Means nothing at `fault(name)`, which stands around no call. */
  readonly position?: Position;
  /** In this order, on one throw of the dice. */
  readonly effects: readonly Effect[];
  /** All of them must match the call's labels; a list matches when one of its values does. The call's key is the label `key`. */
  readonly labels?: Readonly<Record<string, string | readonly string[]>>;
  /**
   * Which part of the users, tenants …: those whose value of the label `by` falls into it, the same in every process. Who is in
   * it stays in it when the share grows. In (0, 1].
   */
  readonly cohort?: { readonly by: string; readonly share: number };
  /** Which part of the calls, by chance. In (0, 1]; all of them where absent. */
  readonly share?: number;
  /** Only so many calls; then the dependency has recovered. */
  readonly first?: number;
  /**
   * A whole number. The same seed chooses the same calls, in the order in which they come, and the same cohort. Without one the
   * calls are chosen by the policy's dice, the cohort by the rule's id.
   */
  readonly seed?: number;
}
