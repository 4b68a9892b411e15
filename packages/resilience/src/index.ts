export {
  FailedAnswerError,
  FallbackFailedError,
  RefusedError,
  ResilienceError,
  SupersededError,
  TimeoutError,
  type OtherCode,
  type RefusalCode,
  type TimeoutCode,
} from "./errors.ts";
export { FaultHangError, FaultStatusError } from "./faults/errors.ts";
export {
  fault,
  faultPoint,
  type FaultOptions,
  type FaultPoint,
  type FaultPointSettings,
} from "./faults/fault.ts";
export { FaultPoints, faultPoints, type ActivatedFault, type FaultInForce } from "./faults/fault-points.ts";
export type { FaultSource, LeaseOptions } from "./faults/fault-source.ts";
export { isInjected } from "./faults/injected.ts";
export type { Effect, EffectOf, FaultRule, Position } from "./faults/rule.ts";
export type { Labels } from "./faults/scope.ts";
export { fallback, fallbackTo } from "./policies/fallback.ts";
export {
  featureGroup,
  type FeatureGroup,
  type FeatureGroupOptions,
  type FeatureOptions,
} from "./policies/feature-removal/feature-group.ts";
export type { FeatureHealthOptions } from "./policies/feature-removal/feature-health.ts";
export { featureRemoval } from "./policies/feature-removal/feature-removal.ts";
export { hedge, type HedgeOptions } from "./policies/hedge/hedge.ts";
export { lastGood, type LastGoodOptions } from "./policies/last-good.ts";
export { bulkhead, type BulkheadOptions } from "./policies/bulkhead.ts";
export {
  circuitBreaker,
  type CircuitBreaker,
  type CircuitBreakerOptions,
  type CircuitState,
} from "./policies/circuit-breaker.ts";
export { consecutiveFailures } from "./policies/circuit-breaker/consecutive-failures.ts";
export { countedFailures, type CountedFailuresOptions } from "./policies/circuit-breaker/counted-failures.ts";
export type { FailureWindow, OpeningRule } from "./policies/circuit-breaker/failure-window.ts";
export { sampledFailures, type SampledFailuresOptions } from "./policies/circuit-breaker/sampled-failures.ts";
export { retry, type ExhaustionCode, type RetryOptions } from "./policies/retry.ts";
export {
  constantBackoff,
  exponentialBackoff,
  linearBackoff,
  type Backoff,
  type ExponentialBackoffOptions,
  type Jitter,
  type LinearBackoffOptions,
} from "./policies/retry/backoff.ts";
export { retryBudget, type RetryBudget, type RetryBudgetOptions } from "./policies/retry/budget.ts";
export { rateLimit, type RateLimitOptions } from "./policies/rate-limit.ts";
export { totalTimeout, timeout, type TimeoutOptions } from "./policies/timeout.ts";
export type { CallContext, CallOptions } from "./policy/call.ts";
export { order, type Part, type PartKind } from "./policy/part.ts";
export { policy, type Policy, type PolicySettings } from "./policy/policy.ts";
export type { Surroundings } from "./policy/surroundings.ts";
export { Degradations, type Degradation } from "./request/degradations.ts";
export { currentCall, timeLeft, withDeadline, type DeadlineOptions } from "./request/with-deadline.ts";
export { recentSignals, type RecentSignals, type RecentSignalsOptions } from "./signals/recent-signals.ts";
export { sendSignals, type SendSignalsOptions } from "./signals/send-signals.ts";
export type { DroppedSignals, SignalBatch } from "./signals/signal-batch.ts";
export type { CountedSignals, Occurrences, SignalSeries } from "./signals/signal-counts.ts";
export type { SendingSignals, SignalTotals } from "./signals/signal-sender.ts";
export { type Signal, type SignalKind } from "./signals/signal.ts";
export { signals, Signals } from "./signals/signals.ts";
export type { Clock, Timer } from "./time/clock.ts";
