/** Why a policy refused a call before it reached the dependency. */
export type RefusalCode = "circuit-open" | "bulkhead-full" | "rate-limited" | "feature-removed";

/** `timeout`: one attempt took too long. `deadline-exceeded`: the whole call did. */
export type TimeoutCode = "timeout" | "deadline-exceeded";

/**
 * An error of a policy, not of the dependency behind it. `code` is stable, the message is for people.
 * It carries no stack: refusals are made thousands of times a second while a dependency is down, a stack costs ten times
 * the rest of the refusal, and where it was made says nothing that `policy` and `code` do not.
 */
export class ResilienceError extends Error {
  readonly code: RefusalCode | TimeoutCode;
  /** The name of the policy. */
  readonly policy: string;

  constructor(code: RefusalCode | TimeoutCode, policy: string, message: string) {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    super(message);
    Error.stackTraceLimit = limit;
    this.code = code;
    this.policy = policy;
  }
}

/** The call, or one attempt of it, took longer than it was given. */
export class TimeoutError extends ResilienceError {
  declare readonly code: TimeoutCode;
  /** What it was given, in ms. */
  readonly milliseconds: number;

  constructor(code: TimeoutCode, policy: string, milliseconds: number) {
    super(code, policy, `${policy} gave no answer within ${Math.round(milliseconds)} ms.`);
    this.milliseconds = milliseconds;
  }
}

/** The policy refused the call before it reached the dependency. */
export class RefusedError extends ResilienceError {
  declare readonly code: RefusalCode;
  /** How long to wait before it makes sense to ask again, in ms, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, policy: string, message: string, retryAfter?: number) {
    super(code, policy, message);
    this.retryAfter = retryAfter;
  }
}

for (const kind of [ResilienceError, TimeoutError, RefusedError])
  Object.defineProperty(kind.prototype, "name", { value: kind.name, configurable: true, writable: true });
