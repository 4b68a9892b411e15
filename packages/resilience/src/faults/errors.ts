/** A dependency that answers with a status, as a `status` effect plays it. Adapters of HTTP answer with it. */
export class FaultStatusError extends Error {
  readonly code = "fault-status";
  /** The name of the fault point. */
  readonly point: string;
  readonly status: number;
  /** When to ask again, in ms, where the rule says so. */
  readonly retryAfter: number | undefined;

  constructor(point: string, status: number, retryAfter?: number) {
    super(`${point} answered with status ${status} (injected).`);
    this.point = point;
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** Nobody gave up a call that a `hang` effect held, and its bound was reached. */
export class FaultHangError extends Error {
  readonly code = "fault-hang";
  /** The name of the fault point. */
  readonly point: string;
  /** How long it hung, in ms. */
  readonly milliseconds: number;

  constructor(point: string, milliseconds: number) {
    super(`${point} gave no answer for ${milliseconds} ms, and nobody gave the call up (injected).`);
    this.point = point;
    this.milliseconds = milliseconds;
  }
}

Object.defineProperty(FaultStatusError.prototype, "name", { value: "FaultStatusError" });
Object.defineProperty(FaultHangError.prototype, "name", { value: "FaultHangError" });
