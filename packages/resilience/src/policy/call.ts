import { isGivenUp, SignalAndCall, whenGivenUp, type Outer } from "./outer.ts";

/** What a caller may say about one call. */
export interface CallOptions {
  /** What the call goes to where one policy stands before many: a node, a shard, a tenant. Breakers count each key on its own. */
  readonly key?: string | undefined;
  /** Gives the call up. */
  readonly signal?: AbortSignal | undefined;
  /** When the call must be over, on the policy's clock. The earliest of this, the surrounding call's and the policy's own counts. */
  readonly deadline?: number;
  /** `false`: the work may be done only once, so it is neither retried nor hedged. An order without a key of its own is such work. */
  readonly idempotent?: boolean;
  /** What faults can be scoped by. */
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
 * The signal is made when somebody asks for it; most work never does, and it is the dearest thing about a call. Parts of a
 * policy that wait listen with `whenGivenUp`, which needs none.
 */
export class Call implements CallContext {
  readonly work: (context: CallContext) => unknown;
  readonly options: CallOptions;
  /** It may be put off: the time of a request is over with the head of its response, what is streamed after that has no such bound. */
  deadline: number;
  readonly attempt: number;
  readonly #outer: Outer | undefined;
  #controller: AbortController | undefined;
  #listeners: Set<() => void> | undefined;
  #unfollow: (() => void) | undefined;
  #givenUp = false;
  #closed = false;
  #reason: unknown;

  constructor(
    work: (context: CallContext) => unknown,
    options: CallOptions,
    deadline: number,
    attempt: number,
    outer: Outer | undefined,
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
    const controller = new AbortController();
    this.#controller = controller;
    this.whenGivenUp(() => controller.abort(this.reason));
    return controller.signal;
  }

  /** Whether anybody outside can give the call up: its caller, the call around it, or whoever made it as a part. */
  get canBeGivenUp(): boolean {
    return this.#outer !== undefined;
  }

  get givenUp(): boolean {
    if (this.#givenUp) return true;
    return this.#outer !== undefined && isGivenUp(this.#outer);
  }

  /** Why it was given up; undefined before. */
  get reason(): unknown {
    return this.#givenUp ? this.#reason : this.#outer?.reason;
  }

  /** Gives it up, and tells whoever listens why. */
  giveUp(reason: unknown): void {
    if (this.givenUp) return;
    this.#givenUp = true;
    this.#reason = reason;
    this.#tell();
  }

  /**
   * Calls `listener` when the call is given up, at once where it was already. Returns what ends that: who waits calls it when
   * the wait is over, so that nothing stays on the caller's signal.
   */
  whenGivenUp(listener: () => void): () => void {
    if (this.givenUp) {
      listener();
      return () => undefined;
    }
    // Nobody would end that any more: it would stay on the caller's signal.
    if (this.#closed) return () => undefined;
    const listeners = (this.#listeners ??= new Set());
    if (listeners.size === 0) this.#follow();
    listeners.add(listener);
    return () => {
      if (listeners.delete(listener) && listeners.size === 0) this.#listenNoMore();
    };
  }

  /** It is over and listens to nobody any more. */
  close(): void {
    this.#closed = true;
    this.#listenNoMore();
  }

  #listenNoMore(): void {
    this.#listeners?.clear();
    this.#unfollow?.();
    this.#unfollow = undefined;
  }

  #tell(): void {
    const listeners = [...(this.#listeners ?? [])];
    this.#listenNoMore();
    for (const listener of listeners) listener();
  }

  #follow(): void {
    if (this.#outer !== undefined) this.#unfollow = whenGivenUp(this.#outer, () => this.#tell());
  }
}

/** What a call is given up with: its own signal and the surrounding call, where there are both. */
export function outerOf(signal: AbortSignal | undefined, around: Call | undefined): Outer | undefined {
  if (signal === undefined) return around;
  return around === undefined ? signal : new SignalAndCall(signal, around);
}
