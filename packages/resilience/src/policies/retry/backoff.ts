/**
 * How long to wait before the next try, in ms. A pure function of `turn` (1 before the first new try), the wait before
 * the `previous` turn (0 at the first) and the dice (a number in [0, 1), as `Math.random`).
 */
export type Backoff = (turn: number, previous: number, random: () => number) => number;

/**
 * How waits are spread, so that those who failed together do not come back together. `none`: not at all. `full`: anything
 * between nothing and the whole wait. `equal`: half of it, and anything up to the other half. `decorrelated`: anything between
 * the initial wait and three times the previous one. The names are those of Marc Brooker, "Exponential Backoff And Jitter",
 * AWS Architecture Blog, 2015 (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
export type Jitter = "none" | "full" | "equal" | "decorrelated";

type OwnJitter = Exclude<Jitter, "decorrelated">;

/** The same wait every time, in ms. Not spread unless `jitter` says so. */
export function constantBackoff(
  milliseconds: number,
  { jitter = "none" }: { readonly jitter?: OwnJitter } = {},
): Backoff {
  notNegative("A constant backoff", milliseconds);
  return (_turn, _previous, random) => spread(milliseconds, jitter, random);
}

export interface LinearBackoffOptions {
  /** The first wait, and what each further one is longer by, in ms. */
  readonly initial: number;
  /** No wait is longer, in ms. 10,000 unless said otherwise. */
  readonly max?: number;
  /** `full` unless said otherwise. */
  readonly jitter?: OwnJitter;
}

/** Waits that grow by the same amount each time: 100, 200, 300 … ms. */
export function linearBackoff({ initial, max = 10_000, jitter = "full" }: LinearBackoffOptions): Backoff {
  limits("linear", initial, max);
  return (turn, _previous, random) => spread(Math.min(max, initial * turn), jitter, random);
}

export interface ExponentialBackoffOptions {
  /** The first wait, in ms. 100 unless said otherwise. */
  readonly initial?: number;
  /** How many times longer each further wait is; at least 1. 2 unless said otherwise. Of no effect with `decorrelated` jitter. */
  readonly factor?: number;
  /** No wait is longer, in ms. 10,000 unless said otherwise. */
  readonly max?: number;
  /** `full` unless said otherwise. */
  readonly jitter?: Jitter;
}

/** Waits that double each time, up to `max`: 100, 200, 400 … ms. */
export function exponentialBackoff({
  initial = 100,
  factor = 2,
  max = 10_000,
  jitter = "full",
}: ExponentialBackoffOptions = {}): Backoff {
  limits("exponential", initial, max);
  if (!(factor >= 1))
    throw new RangeError(`An exponential backoff's factor must be 1 or more, not ${factor}.`);
  return (turn, previous, random) =>
    jitter === "decorrelated"
      ? Math.min(max, initial + random() * (Math.max(initial, previous) * 3 - initial))
      : spread(Math.min(max, initial * factor ** (turn - 1)), jitter, random);
}

/** A number of ms is a constant backoff. */
export function backoffOf(given: Backoff | number): Backoff {
  return typeof given === "number" ? constantBackoff(given) : given;
}

function spread(wait: number, jitter: OwnJitter, random: () => number): number {
  switch (jitter) {
    case "none":
      return wait;
    case "full":
      return random() * wait;
    case "equal":
      return wait / 2 + random() * (wait / 2);
  }
}

function limits(kind: string, initial: number, max: number): void {
  if (!(initial > 0))
    throw new RangeError(`A ${kind} backoff must begin with more than 0 ms, not ${initial}.`);
  if (!(max >= initial))
    throw new RangeError(
      `A ${kind} backoff's max (${max} ms) must not be less than its initial wait (${initial} ms).`,
    );
}

function notNegative(what: string, milliseconds: number): void {
  if (!(milliseconds >= 0)) throw new RangeError(`${what} must be 0 ms or more, not ${milliseconds}.`);
}
