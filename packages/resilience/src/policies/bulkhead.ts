import { RefusedError } from "../errors.ts";
import { isPromise, thrown, type Answer } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import { Fifo } from "../policy/fifo.ts";
import type { Part, Step } from "../policy/part.ts";
import type { Surroundings } from "../policy/surroundings.ts";
import { startInContext } from "../time/start-in-context.ts";

export interface BulkheadOptions {
  /** How many calls may be inside at once. */
  readonly concurrent: number;
  /** How many may wait for a place, first come first served; more are refused. None where absent. */
  readonly queued?: number;
  /** How long one waits for a place, in ms; then it is refused. As long as the call has time where absent. */
  readonly maxWait?: number;
  /** Whether each key of `execute` has places and a queue of its own: one slow node then does not take the places of all. */
  readonly perKey?: boolean;
}

/**
 * Lets no more than so many calls to the dependency be under way, so that a slow one does not take everything the process has.
 * A place is free again when what the bulkhead stands around has settled: an attempt that a timeout inside has given up frees
 * it at once, even if the work itself goes on.
 */
export function bulkhead(options: BulkheadOptions): Part {
  const { concurrent, queued = 0, maxWait = Infinity, perKey = false } = options;
  if (!(Number.isInteger(concurrent) && concurrent > 0))
    throw new RangeError(`A bulkhead has one place or more, in whole numbers, not ${concurrent}.`);
  if (!(queued >= 0)) throw new RangeError(`A bulkhead's queue has room for 0 calls or more, not ${queued}.`);
  if (!(maxWait > 0)) throw new RangeError(`A bulkhead's maxWait must be longer than 0 ms, not ${maxWait}.`);
  return {
    kind: "bulkhead",
    around: (next, surroundings) => {
      const enter = entrance(next, { concurrent, queued, maxWait }, surroundings);
      if (!perKey) {
        const all = new Places(() => undefined);
        return (call) => enter(all, call);
      }
      const byKey = new Map<string | undefined, Places>();
      return (call) => {
        const { key } = call;
        let places = byKey.get(key);
        if (places === undefined) {
          places = new Places(() => byKey.delete(key));
          byKey.set(key, places);
        }
        return enter(places, call);
      };
    },
  };
}

/** The places of one bulkhead, or of one key. */
class Places {
  taken = 0;
  readonly queue = new Fifo<() => void>();
  readonly #onIdle: () => void;

  constructor(onIdle: () => void) {
    this.#onIdle = onIdle;
  }

  /** Hands the place to who waits longest, so that nobody who comes later overtakes. */
  leave(): void {
    const waiting = this.queue.shift();
    if (waiting !== undefined) {
      waiting();
      return;
    }
    this.taken -= 1;
    if (this.taken === 0) this.#onIdle();
  }
}

type Limits = Required<Omit<BulkheadOptions, "perKey">>;

function entrance(next: Step, { concurrent, queued, maxWait }: Limits, surroundings: Surroundings) {
  const full = (places: Places, call: Call, waited: number): RefusedError => {
    const { name, signals } = surroundings;
    signals.tell({ kind: "bulkhead-full", policy: name, key: call.key, code: "bulkhead-full" });
    const queue =
      waited > 0 ? `no place became free within ${Math.round(waited)} ms` : `${places.queue.size} wait`;
    return new RefusedError(
      "bulkhead-full",
      name,
      `${name} has no place: ${concurrent} calls are under way and ${queue}.`,
    );
  };

  const inside = (places: Places, call: Call): Answer => {
    let answer: Answer;
    try {
      answer = next(call);
    } catch (error) {
      places.leave();
      throw error;
    }
    if (!isPromise(answer)) {
      places.leave();
      return answer;
    }
    return answer.then(
      (value) => {
        places.leave();
        return value;
      },
      (error: unknown) => {
        places.leave();
        throw error;
      },
    );
  };

  const place = (places: Places, call: Call, longest: number) =>
    new Promise<void>((resolve, reject) => {
      const leave = places.queue.push(() => {
        timer?.stop();
        unfollow();
        resolve();
      });
      const timer =
        longest === Infinity
          ? undefined
          : startInContext(surroundings.clock, longest, () => {
              unfollow();
              leave();
              reject(full(places, call, longest));
            });
      const unfollow = call.whenGivenUp(() => {
        timer?.stop();
        leave();
        reject(call.reason);
      });
    });

  /** The place is this call's already; it is given up where the call was given up before its turn to run came. */
  const begin = (places: Places, call: Call): Answer => {
    if (!call.givenUp) return thrown(inside(places, call));
    places.leave();
    throw call.reason;
  };

  return (places: Places, call: Call): Answer => {
    if (places.taken < concurrent) {
      places.taken += 1;
      return inside(places, call);
    }
    const longest = Math.min(maxWait, call.deadline - surroundings.clock.now());
    if (places.queue.size >= queued || longest <= 0) return full(places, call, 0);
    return place(places, call, longest).then(() => begin(places, call));
  };
}
