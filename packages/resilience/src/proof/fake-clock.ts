/// <reference lib="esnext.disposable" preserve="true" />
import type { Clock, Timer } from "../time/clock.ts";
import { replaceSharedClock, sharedClock } from "../time/shared-clock.ts";

/** A clock that goes when it is told to. */
export interface FakeClock extends Clock, Disposable {
  /**
   * Lets so many ms pass. Timers ring in the order of their times, those of one time in the order in which they were started,
   * each at its own time, and what was waiting for one goes on before the next rings. Where two let time pass at once, both count
   * from now: it is the longer of the two.
   * @throws RangeError when time is to go back.
   */
  pass(milliseconds: number): Promise<void>;
  /** Goes to the next timer and lets it ring. Resolves to false, and stays where it is, when none is running. */
  passToNext(): Promise<boolean>;
  /** When the next timer rings; undefined when none is running. */
  readonly next: number | undefined;
  /** How many timers are running. */
  readonly running: number;
}

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/**
 * A clock for tests. Pass it to a policy as `clock`; or, with `shared`, it stands in for the clock of all policies until it is
 * disposed of (`using clock = fakeClock({ shared: true })`), beginning at the time that they have seen. Circuits that open
 * meanwhile keep times of the fake clock: where that matters, prove a policy that is made for the test.
 */
export function fakeClock({ shared = false }: { readonly shared?: boolean } = {}): FakeClock {
  let now = shared ? sharedClock.now() : 0;
  /** The next to ring is the last: that is the cheap end of an array. */
  const alarms: Alarm[] = [];
  const start = (milliseconds: number, ring: () => void): Timer => {
    const alarm = { at: now + Math.max(0, milliseconds), ring };
    alarms.splice(placeOf(alarm.at, alarms), 0, alarm);
    return { stop: () => remove(alarm, alarms) };
  };
  const ringNextBefore = async (until: number) => {
    await everythingWaiting();
    const alarm = alarms.at(-1);
    if (alarm === undefined || alarm.at > until) return false;
    alarms.pop();
    now = Math.max(now, alarm.at);
    alarm.ring();
    return true;
  };
  const pass = async (milliseconds: number) => {
    if (!(milliseconds >= 0)) throw new RangeError(`Time does not pass by ${milliseconds} ms.`);
    const until = now + milliseconds;
    // oxlint-disable-next-line no-await-in-loop -- one timer after the other
    while (await ringNextBefore(until));
    // Somebody else may have gone further meanwhile.
    now = Math.max(now, until);
  };
  const passToNext = async () => {
    const rang = await ringNextBefore(Infinity);
    if (rang) await everythingWaiting();
    return rang;
  };
  const clock: Clock = { now: () => now, start };
  const restore = shared ? replaceSharedClock(clock) : () => undefined;
  return {
    ...clock,
    pass,
    passToNext,
    get next() {
      return alarms.at(-1)?.at;
    },
    get running() {
      return alarms.length;
    },
    [Symbol.dispose]: restore,
  };
}

/** Before all that ring at the same time or earlier, since the order is from last to first. */
function placeOf(at: number, alarms: readonly Alarm[]): number {
  let low = 0;
  let high = alarms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((alarms[middle]?.at ?? 0) > at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function remove(alarm: Alarm, alarms: Alarm[]): void {
  const place = alarms.indexOf(alarm);
  if (place >= 0) alarms.splice(place, 1);
}

/** Lets promises that are settled tell those who wait for them, however long the chain: a macrotask comes after all of them. */
function everythingWaiting(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
