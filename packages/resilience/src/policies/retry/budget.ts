import type { Clock } from "../../time/clock.ts";

/** How many retries may be made, by all policies that are given it. */
export interface RetryBudget {
  /** What is left on one clock. Policies on the same clock share it; on another clock it begins anew. */
  on(clock: Clock): RetryAccount;
}

export interface RetryAccount {
  /** A call is made: its first attempt, which is always allowed. */
  deposit(): void;
  /** Whether a retry may be made now; if so, it is paid for. */
  withdraw(): boolean;
}

export interface RetryBudgetOptions {
  /** How many retries every call earns: 0.1 is one for ten calls. 0.1 unless said otherwise. */
  readonly share?: number;
  /** How many retries every second earns, for those who make few calls. 10 unless said otherwise. */
  readonly perSecond?: number;
  /** How many can be saved up; it begins with all of them. 100 unless said otherwise. */
  readonly burst?: number;
}

/**
 * Keeps retries from becoming a storm: while a dependency is down it gets at most `share` more calls than usual, plus
 * `perSecond`. In any stretch of time there are no more retries than `burst` + `share` × calls + `perSecond` × seconds.
 * A token bucket, after Finagle's RetryBudget (https://finagle.github.io/blog/2016/02/08/retry-budgets) and the retry
 * throttling of gRPC (https://github.com/grpc/proposal/blob/master/A6-client-retries.md).
 */
export function retryBudget({
  share = 0.1,
  perSecond = 10,
  burst = 100,
}: RetryBudgetOptions = {}): RetryBudget {
  if (!(share >= 0)) throw new RangeError(`A retry budget's share must be 0 or more, not ${share}.`);
  if (!(perSecond >= 0))
    throw new RangeError(`A retry budget's perSecond must be 0 or more, not ${perSecond}.`);
  if (!(burst >= 1)) throw new RangeError(`A retry budget's burst must be 1 or more, not ${burst}.`);
  const accounts = new WeakMap<Clock, RetryAccount>();
  return {
    on: (clock) => {
      const known = accounts.get(clock);
      if (known !== undefined) return known;
      const made = account({ share, perSecond, burst }, clock);
      accounts.set(clock, made);
      return made;
    },
  };
}

function account({ share, perSecond, burst }: Required<RetryBudgetOptions>, clock: Clock): RetryAccount {
  let tokens = burst;
  let filled = clock.now();
  return {
    deposit: () => {
      tokens = Math.min(burst, tokens + share);
    },
    withdraw: () => {
      const now = clock.now();
      // A test may put its own clock in place of the shared one, which then goes back once.
      tokens = Math.min(burst, tokens + (Math.max(0, now - filled) / 1_000) * perSecond);
      filled = now;
      if (tokens < 1 - rounding) return false;
      tokens = Math.max(0, tokens - 1);
      return true;
    },
  };
}

/** Ten tenths of a token, added up, are a little less than one. */
const rounding = 1e-9;
