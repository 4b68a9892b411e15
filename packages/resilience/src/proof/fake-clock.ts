/// <reference lib="esnext.disposable" preserve="true" />
import type { Clock, Timer } from "../time/clock.ts";
import { replaceSharedClock } from "../time/shared-clock.ts";

/** A clock that goes when it is told to. */
export interface FakeClock extends Clock, Disposable {
  /**
   * Lets so many ms pass. Timers ring in the order of their times, each at its own time, and what was waiting for one goes on
   * before the next rings.
   */
  pass(milliseconds: number): Promise<void>;
  /** How many timers are running. */
  readonly running: number;
}

interface Alarm {
  readonly at: number;
  readonly ring: () => void;
}

/**
 * A clock for tests. Pass it to a policy as `clock`; or, with `shared`, it stands in for the clock of all policies until it is
 * disposed of (`using clock = fakeClock({ shared: true })`).
 */
export function fakeClock({ shared = false }: { readonly shared?: boolean } = {}): FakeClock {
  let now = 0;
  const alarms = new Set<Alarm>();
  const start = (milliseconds: number, ring: () => void): Timer => {
    const alarm = { at: now + Math.max(0, milliseconds), ring };
    alarms.add(alarm);
    return { stop: () => alarms.delete(alarm) };
  };
  const pass = async (milliseconds: number) => {
    const until = now + milliseconds;
    await everythingWaiting();
    for (let next = earliest(alarms); next !== undefined && next.at <= until; next = earliest(alarms)) {
      now = next.at;
      alarms.delete(next);
      next.ring();
      await everythingWaiting();
    }
    now = until;
  };
  const clock: Clock = { now: () => now, start };
  const restore = shared ? replaceSharedClock(clock) : () => undefined;
  return {
    ...clock,
    pass,
    get running() {
      return alarms.size;
    },
    [Symbol.dispose]: restore,
  };
}

/** Sets keep the order of insertion: of two alarms at one time, the one that was started first is found first. */
function earliest(alarms: ReadonlySet<Alarm>): Alarm | undefined {
  let found: Alarm | undefined;
  for (const alarm of alarms) if (found === undefined || alarm.at < found.at) found = alarm;
  return found;
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
