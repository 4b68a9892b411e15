/** What a caller may say about one call. */
export interface CallOptions {
  /** What the call goes to where one policy stands before many: a node, a shard, a tenant. Breakers count each key on its own. */
  readonly key?: string;
  /** Gives the call up. */
  readonly signal?: AbortSignal;
  /** When the call must be over, on the policy's clock. The earliest of this, the surrounding call's and the policy's own counts. */
  readonly deadline?: number;
  /** `false`: the work may be done only once, so it is neither retried nor hedged. An order without a key of its own is such work. */
  readonly idempotent?: boolean;
  /** What faults can be scoped by, and what signals carry. */
  readonly labels?: Readonly<Record<string, string>>;
}

/** What the work of a call is told. */
export interface CallContext {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly key: string | undefined;
  /** When it must be over, on the policy's clock; Infinity when nobody said so. */
  readonly deadline: number;
  /** Aborts when the call was given up or ran out of time. */
  readonly signal: AbortSignal;
}

/**
 * One call on its way inwards, or a part of it that can be given up on its own: an attempt, a hedge.
 * The signal is made when somebody asks for it; most work never does, and it is the dearest thing about a call.
 */
export class Call implements CallContext {
  readonly work: (context: CallContext) => unknown;
  readonly options: CallOptions;
  readonly deadline: number;
  readonly attempt: number;
  readonly #outer: AbortSignal | Call | undefined;
  #controller: AbortController | undefined;
  #unfollow: (() => void) | undefined;
  #givenUp = false;
  #reason: unknown;

  constructor(
    work: (context: CallContext) => unknown,
    options: CallOptions,
    deadline: number,
    attempt: number,
    outer: AbortSignal | Call | undefined,
  ) {
    this.work = work;
    this.options = options;
    this.deadline = deadline;
    this.attempt = attempt;
    this.#outer = outer;
  }

  get key(): string | undefined {
    return this.options.key;
  }

  /** A part that can be given up without the whole. Whoever makes it closes it. */
  part(deadline: number, attempt: number): Call {
    return new Call(this.work, this.options, Math.min(deadline, this.deadline), attempt, this);
  }

  get signal(): AbortSignal {
    if (this.#controller !== undefined) return this.#controller.signal;
    this.#controller = new AbortController();
    if (this.givenUp) this.#controller.abort(this.reason);
    else this.#follow(this.#controller);
    return this.#controller.signal;
  }

  /** Whether anybody outside can give the call up, so that waiting must listen. */
  get canBeGivenUp(): boolean {
    return this.#outer instanceof Call ? this.#outer.canBeGivenUp : this.#outer !== undefined;
  }

  get givenUp(): boolean {
    if (this.#givenUp) return true;
    return this.#outer instanceof Call ? this.#outer.givenUp : this.#outer?.aborted === true;
  }

  /** Why it was given up; undefined before. */
  get reason(): unknown {
    return this.#givenUp ? this.#reason : this.#outer?.reason;
  }

  /** Gives it up, and tells whoever listens to its signal why. */
  giveUp(reason: unknown): void {
    if (this.givenUp) return;
    this.#givenUp = true;
    this.#reason = reason;
    this.close();
    this.#controller?.abort(reason);
  }

  /** It is over and listens to nobody any more. */
  close(): void {
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  #follow(controller: AbortController): void {
    if (this.#outer === undefined) return;
    const outer = this.#outer instanceof Call ? this.#outer.signal : this.#outer;
    const abort = () => controller.abort(outer.reason);
    outer.addEventListener("abort", abort, { once: true });
    this.#unfollow = () => outer.removeEventListener("abort", abort);
  }
}
