/** An HTTP answer that counts as a failure of the dependency, on its way through a policy: what `isFailure` sees. */
export class StatusError extends Error {
  readonly status: number;
  /** How long the dependency asks to be left alone, in ms, where it says so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, retryAfter: number | undefined) {
    super(`The dependency answered with status ${status}.`);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

Object.defineProperty(StatusError.prototype, "name", {
  value: "StatusError",
  configurable: true,
  writable: true,
});

/** The dependency itself is in trouble (5xx) or asks for fewer calls (429); other statuses are answers to the caller. */
export function isFailedStatus(status: number): boolean {
  return status >= 500 || status === 429;
}
