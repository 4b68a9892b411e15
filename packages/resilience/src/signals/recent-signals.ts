/// <reference lib="esnext.disposable" preserve="true" />
import { wallTime as systemWallTime } from "../time/wall-time.ts";
import { SignalCounts, type CountedSignals } from "./signal-counts.ts";
import { signals as sharedSignals, type Signals } from "./signals.ts";

export interface RecentSignalsOptions {
  /** How far back recent is, in ms. 60,000 where absent. It moves in sixths: the oldest sixth goes as a whole. */
  readonly within?: number;
  /** How many series are told apart; further ones are counted together as `other`. 500 where absent. */
  readonly series?: number;
  /** Where the signals come from, where not from the shared ones. */
  readonly signals?: Signals;
  /** The time of day in ms since 1970. */
  readonly wallTime?: () => number;
}

/** What happened lately in this process. */
export interface RecentSignals extends Disposable {
  counted(): CountedSignals;
  /** Listens no more. */
  stop(): void;
}

const parts = 6;

/**
 * Counts the signals of the last while, for a health page or a header; needs no receiver and no timer.
 * @throws RangeError when a number makes no sense.
 */
export function recentSignals({
  within = 60_000,
  series = 500,
  signals = sharedSignals,
  wallTime = systemWallTime,
}: RecentSignalsOptions = {}): RecentSignals {
  if (!(within > 0 && within < Infinity))
    throw new RangeError(`\`within\` must be a time above 0 ms, not ${within}.`);
  if (!(Number.isSafeInteger(series) && series > 0))
    throw new RangeError(`\`series\` must be a whole number above 0, not ${series}.`);
  const length = within / parts;
  /** The newest is the last. */
  let kept: { readonly part: number; readonly counts: SignalCounts }[] = [];
  const countsAt = (now: number) => {
    const part = Math.floor(now / length);
    const newest = kept.at(-1);
    if (newest?.part === part) return newest.counts;
    const counts = new SignalCounts(series);
    // Where the clock was put back, what seems to be of the future is forgotten.
    const recent = kept.filter((known) => known.part > part - parts && known.part < part);
    kept = [...recent, { part, counts }];
    return counts;
  };
  const stop = signals.subscribe((signal) => {
    const now = wallTime();
    countsAt(now).count(signal, now);
  });
  const counted = () => {
    countsAt(wallTime());
    const together = new SignalCounts(series);
    for (const { counts } of kept) {
      const some = counts.counted();
      for (const one of some.series) together.add(one, one);
      if (some.other !== undefined) together.addOther(some.other);
    }
    return together.counted();
  };
  return { counted, stop, [Symbol.dispose]: stop };
}
