import { RefusedError } from "../errors.ts";
import { thrown, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import { Fifo } from "../policy/fifo.ts";
import type { Part } from "../policy/part.ts";
import { RecentKeys } from "../policy/recent-keys.ts";
import type { Clock, Timer } from "../time/clock.ts";

export interface RateLimitOptions {
  /** So many calls … */
  readonly calls: number;
  /** … in so many ms. */
  readonly per: number;
  /** How many may come at once after a quiet time. `calls` where absent, so that a window of `per` can see twice as many. */
  readonly burst?: number;
  /** How long a call waits for its turn at most, in ms; what would have to wait longer is refused at once. 0 where absent. */
  readonly maxWait?: number;
  /** Whether each key of `execute` has a limit of its own. */
  readonly perKey?: boolean;
  /** How many keys are remembered at most; those used least recently start anew. 10 000 where absent. */
  readonly maxKeys?: number;
}

/** Lets no more than so many attempts in so much time reach the dependency: a token bucket. */
export function rateLimit(options: RateLimitOptions): Part {
  const { calls, per, burst = calls, maxWait = 0, perKey = false, maxKeys = 10_000 } = options;
  if (!(calls > 0)) throw new RangeError(`A rate limit lets more than 0 calls through, not ${calls}.`);
  if (!(per > 0 && Number.isFinite(per)))
    throw new RangeError(`A rate limit counts in more than 0 ms, not ${per}.`);
  if (!(burst >= 1)) throw new RangeError(`A rate limit's burst is one call or more, not ${burst}.`);
  if (!(maxWait >= 0)) throw new RangeError(`A rate limit's maxWait is 0 ms or longer, not ${maxWait}.`);
  return {
    kind: "rate-limit",
    around: (next, { clock, name, signals }) => {
      const bucket = () => new Bucket(per / calls, burst, clock);
      const all = bucket();
      const byKey = perKey ? new RecentKeys<Bucket>(maxKeys) : undefined;
      const of = (key: string | undefined): Bucket => {
        if (byKey === undefined) return all;
        const known = byKey.get(key);
        if (known !== undefined) return known;
        const made = bucket();
        byKey.set(key, made);
        return made;
      };
      const refused = (call: Call, retryAfter: number): RefusedError => {
        signals.tell({ kind: "rate-limited", policy: name, key: call.key, code: "rate-limited" });
        const message = `${name} may be called ${calls} times in ${per} ms, and was.`;
        return new RefusedError("rate-limited", name, message, retryAfter);
      };
      return (call): Answer => {
        const now = clock.now();
        const limit = of(call.key);
        if (limit.take(now)) return next(call);
        const turn = limit.nextTurn(now);
        if (turn > Math.min(maxWait, call.deadline - now)) return refused(call, turn);
        return limit.wait(call).then(() => {
          if (call.givenUp) throw call.reason;
          return thrown(next(call));
        });
      };
    },
  };
}

/** What the turns of waiting calls may differ from their times by rounding, in ms. */
const rounding = 1e-6;

/**
 * A token bucket, kept as one time: the one at which it would be full again. Those who wait get their tokens in the order
 * of coming, and one timer serves all of them.
 */
class Bucket {
  /** How long one token takes to come, in ms. */
  readonly #interval: number;
  /** How far ahead of now `#fullAt` may be when a token is taken. */
  readonly #slack: number;
  readonly #clock: Clock;
  readonly #queue = new Fifo<() => void>();
  #fullAt = -Infinity;
  #timer: Timer | undefined;

  constructor(interval: number, burst: number, clock: Clock) {
    this.#interval = interval;
    this.#slack = (burst - 1) * interval;
    this.#clock = clock;
  }

  /** Takes a token where there is one and nobody waits for it. */
  take(now: number): boolean {
    return this.#queue.size === 0 && this.#takeNext(now);
  }

  /** How long one who comes now would wait, in ms. */
  nextTurn(now: number): number {
    return Math.max(0, this.#fullAt - this.#slack - now) + this.#queue.size * this.#interval;
  }

  wait(call: Call): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = this.#queue.push(() => {
        unfollow();
        resolve();
      });
      this.#arm();
      const unfollow = call.whenGivenUp(() => {
        leave();
        if (this.#queue.size === 0) this.#disarm();
        reject(call.reason);
      });
    });
  }

  #takeNext(now: number): boolean {
    if (this.#fullAt - this.#slack > now + rounding) return false;
    this.#fullAt = Math.max(now, this.#fullAt) + this.#interval;
    return true;
  }

  #arm(): void {
    this.#timer ??= this.#clock.start(this.#fullAt - this.#slack - this.#clock.now(), () => this.#serve());
  }

  #disarm(): void {
    this.#timer?.stop();
    this.#timer = undefined;
  }

  #serve(): void {
    this.#timer = undefined;
    const now = this.#clock.now();
    while (this.#queue.size > 0 && this.#takeNext(now)) this.#queue.shift()?.();
    if (this.#queue.size > 0) this.#arm();
  }
}
