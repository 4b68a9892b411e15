/**
 * The answers of one call's attempts. One that nobody reads has to be discarded, or its connection stays taken; only one answer
 * of a call goes to the caller.
 */
export class OpenAnswers<A> {
  readonly #discard: (answer: A) => void;
  readonly #attempts = new Map<A, number>();
  #ended = false;

  constructor(discard: (answer: A) => void) {
    this.#discard = discard;
  }

  has(answer: A): boolean {
    return this.#attempts.has(answer);
  }

  /** One that comes when the call is over is not read by anybody. */
  add(answer: A, attempt: number): void {
    if (this.#ended) this.#discard(answer);
    else this.#attempts.set(answer, attempt);
  }

  /** A new attempt is made: the former ones' answers are not wanted any more. */
  discardBefore(attempt: number): void {
    for (const [answer, made] of this.#attempts) if (made < attempt) this.#remove(answer);
  }

  /** The call is over; `kept` goes to the caller. */
  end(kept: A | undefined): void {
    this.#ended = true;
    for (const answer of this.#attempts.keys()) if (answer !== kept) this.#remove(answer);
  }

  #remove(answer: A): void {
    this.#attempts.delete(answer);
    this.#discard(answer);
  }
}
