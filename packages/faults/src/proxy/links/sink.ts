/** Takes the bytes of one direction of a connection, in order. */
export interface Sink {
  /** Always takes them, also when full. `arrivedAt` is when the proxy read them: milliseconds of performance.now(). */
  push(data: Buffer, arrivedAt: number): void;
  /** No more bytes come: their source ended. */
  end(): void;
  /** Asks the giver to wait until it is told `ready`. */
  readonly full: boolean;
}

/** Gives bytes to a sink. */
export interface Giver {
  /** The sink may take bytes again; look at `full`. */
  ready(): void;
}

/** Bytes that a toxic has taken and not passed on. */
export interface Held {
  readonly data: Buffer;
  readonly arrivedAt: number;
}

/**
 * What a toxic does to the bytes of one link. The contract of every toxic:
 * interruptible at any moment; drops nothing unless dropping is what it is for; passes bytes on in order.
 */
export interface Behaviour extends Sink, Giver {
  /**
   * Stop now: the toxic is changed or taken out. What is being delayed this moment is passed on at once; what waits behind it is returned, in
   * order. An end that was held is not passed on.
   */
  release(): readonly Held[];
}

/** What a behaviour may do to its link. */
export interface Outlet {
  /** Whether the next one asks to wait. */
  readonly outFull: boolean;
  pass(data: Buffer, arrivedAt: number): void;
  /** Passes the end of the stream on. */
  finish(): void;
  /** `full` of the behaviour has become false. */
  takesAgain(): void;
  /** Closes the connection once everything passed on so far is written. */
  close(): void;
  /** Closes the connection on both sides with a TCP reset; nothing more is written. */
  reset(): void;
}
