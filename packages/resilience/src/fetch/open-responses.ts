/**
 * The responses of one call's attempts. Whoever does not read a body has to cancel it, or its connection stays taken; only
 * one response of a call goes to the caller.
 */
export class OpenResponses {
  readonly #attempts = new Map<Response, number>();
  #ended = false;

  has(response: Response): boolean {
    return this.#attempts.has(response);
  }

  /** One that comes when the call is over is not read by anybody. */
  add(response: Response, attempt: number): void {
    if (this.#ended) discard(response);
    else this.#attempts.set(response, attempt);
  }

  /** A new attempt is made: the former ones' answers are not wanted any more. */
  discardBefore(attempt: number): void {
    for (const [response, made] of this.#attempts) if (made < attempt) this.#remove(response);
  }

  /** The call is over; `kept` goes to the caller. */
  end(kept: Response | undefined): void {
    this.#ended = true;
    for (const response of this.#attempts.keys()) if (response !== kept) this.#remove(response);
  }

  #remove(response: Response): void {
    this.#attempts.delete(response);
    discard(response);
  }
}

/** A body that broke off by itself needs no cancelling, and who reads it elsewhere goes on. */
function discard(response: Response): void {
  if (!response.bodyUsed && response.body?.locked === false) response.body.cancel().catch(() => undefined);
}
