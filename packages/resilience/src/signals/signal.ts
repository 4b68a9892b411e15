/**
 * What a policy tells: something weakened and did not yet fail, or failed and was covered up.
 * `breaker-*`: a circuit changed its state. `fallback-served`: the caller got the stand-in. `timeout`: an attempt or a call
 * took too long. `retries-exhausted`: the last attempt failed too, or the retry budget was empty. `bulkhead-full`,
 * `rate-limited`: a call was refused. `feature-removed`, `feature-restored`: a feature was switched off for being slow, and on
 * again. `fault-injected`: a fault point did something; it tells an exercise from the real thing.
 */
export type SignalKind =
  | "breaker-opened"
  | "breaker-half-opened"
  | "breaker-closed"
  | "fallback-served"
  | "timeout"
  | "retries-exhausted"
  | "bulkhead-full"
  | "rate-limited"
  | "feature-removed"
  | "feature-restored"
  | "fault-injected";

export interface Signal {
  readonly kind: SignalKind;
  /** The name of the policy, feature or fault point. */
  readonly policy: string;
  /** The key of the call, where it had one. */
  readonly key?: string | undefined;
  /** The stable code of the error behind it, where there is one. */
  readonly code?: string | undefined;
}
