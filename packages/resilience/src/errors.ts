/** Why a policy refused a call before it reached the dependency. */
export type RefusalCode = "circuit-open" | "bulkhead-full" | "rate-limited" | "feature-removed";

/** `timeout`: one attempt took too long. `deadline-exceeded`: the whole call did. */
export type TimeoutCode = "timeout" | "deadline-exceeded";

/** What else a policy has to say; see the classes. */
export type OtherCode = "failed-answer" | "fallback-failed" | "superseded";

/**
 * An error of a policy, not of the dependency behind it. `code` is stable, the message is for people.
 * It carries no stack: refusals are made thousands of times a second while a dependency is down, a stack costs ten times
 * the rest of the refusal, and where it was made says nothing that `policy` and `code` do not.
 */
export class ResilienceError extends Error {
  readonly code: RefusalCode | TimeoutCode | OtherCode;
  /** The name of the policy. */
  readonly policy: string;

  constructor(code: ResilienceError["code"], policy: string, message: string, options?: ErrorOptions) {
    const limit = Error.stackTraceLimit;
    limitStack(0);
    super(message, options);
    limitStack(limit);
    this.code = code;
    this.policy = policy;
  }
}

/** Where the language's own objects are frozen (`node --frozen-intrinsics`), errors carry the stack they must. */
function limitStack(frames: number): void {
  try {
    Error.stackTraceLimit = frames;
  } catch {
    // Nothing to limit.
  }
}

/** The call, or one attempt of it, took longer than it was given. */
export class TimeoutError extends ResilienceError {
  declare readonly code: TimeoutCode;
  /** What most HTTP frameworks answer with when nobody catches the error. */
  declare readonly statusCode: 504;
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
  /** What most HTTP frameworks answer with when nobody catches the error. */
  declare readonly statusCode: 503;
  /** How long to wait before it makes sense to ask again, in ms, where that is known. */
  readonly retryAfter: number | undefined;

  constructor(code: RefusalCode, policy: string, message: string, retryAfter?: number) {
    super(code, policy, message);
    this.retryAfter = retryAfter;
  }
}

/** An answer that `isFailedAnswer` calls a failure, where an error is expected: `answer` is what the dependency said. */
export class FailedAnswerError extends ResilienceError {
  declare readonly code: "failed-answer";
  readonly answer: unknown;

  constructor(policy: string, answer: unknown) {
    super("failed-answer", policy, `${policy} gave an answer that counts as a failure.`);
    this.answer = answer;
  }
}

/** The fallback failed too. `cause` is why it was needed, `failure` is what became of it. */
export class FallbackFailedError extends ResilienceError {
  declare readonly code: "fallback-failed";
  readonly failure: unknown;

  constructor(policy: string, cause: unknown, failure: unknown) {
    super("fallback-failed", policy, `${policy} failed, and so did its fallback.`, { cause });
    this.failure = failure;
  }
}

/** Why a copy of a call was given up: another one answered first. The work sees it as the reason of its signal, the caller never. */
export class SupersededError extends ResilienceError {
  declare readonly code: "superseded";

  constructor(policy: string) {
    super("superseded", policy, `Another copy of this call to ${policy} answered first.`);
  }
}

// On the prototypes, so that it costs a refusal nothing.
Object.defineProperty(TimeoutError.prototype, "statusCode", { value: 504 });
Object.defineProperty(RefusedError.prototype, "statusCode", { value: 503 });

for (const kind of [
  ResilienceError,
  TimeoutError,
  RefusedError,
  FailedAnswerError,
  FallbackFailedError,
  SupersededError,
])
  Object.defineProperty(kind.prototype, "name", { value: kind.name, configurable: true, writable: true });
