import { getEventListeners } from "node:events";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import {
  bulkhead,
  circuitBreaker,
  totalTimeout,
  fallback,
  fallbackTo,
  featureRemoval,
  hedge,
  lastGood,
  policy,
  rateLimit,
  retry,
  timeout,
  type CallContext,
  type Clock,
  type Part,
} from "../index.ts";
import { Call } from "../policy/call.ts";
import { fakeClock } from "../proof/index.ts";

const milliseconds = fc.integer({ min: 1, max: 80 });
const mode = fc.constantFrom("aggressive" as const, "cooperative" as const);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const parts = fc.record({
  fallback: maybe(
    fc.constantFrom("value" as const, "slow" as const, "failing" as const, "last good" as const),
  ),
  removal: maybe(
    fc.record({
      slow: milliseconds,
      share: fc.constant(0.5),
      of: fc.integer({ min: 1, max: 4 }),
      for: milliseconds,
    }),
  ),
  totalTimeout: maybe(fc.tuple(milliseconds, mode)),
  retry: maybe(fc.record({ attempts: fc.integer({ min: 2, max: 4 }), backoff: fc.nat({ max: 30 }) })),
  limit: maybe(
    fc.record({
      calls: fc.integer({ min: 1, max: 4 }),
      per: milliseconds,
      maxWait: fc.nat({ max: 60 }),
      perKey: fc.boolean(),
    }),
  ),
  breaker: maybe(fc.record({ opensAfter: fc.integer({ min: 1, max: 4 }), halfOpenAfter: milliseconds })),
  bulkhead: maybe(
    fc.record({
      concurrent: fc.integer({ min: 1, max: 3 }),
      queued: fc.nat({ max: 4 }),
      maxWait: maybe(milliseconds),
    }),
  ),
  hedge: maybe(
    fc.record({ after: milliseconds, copies: fc.integer({ min: 2, max: 3 }), maxShare: fc.constant(1) }),
  ),
  timeout: maybe(fc.tuple(milliseconds, mode)),
});
type Parts = typeof parts extends fc.Arbitrary<infer Value> ? Value : never;

const call = fc.record({
  start: fc.nat({ max: 100 }),
  /** At once or after so many ms, well or badly; or never, with or without regard to the signal; or by a call further inside. */
  work: fc.constantFrom("now", "throw", "good", "bad", "obedient hang", "stubborn hang", "nested"),
  takes: milliseconds,
  /**
   * When the caller gives it up: so many ms after its start, or when the work of that other call ends; and so many turns of the
   * microtask queue later, so that it meets each await between.
   */
  abort: maybe(
    fc.record({
      when: fc.oneof(fc.record({ after: fc.nat({ max: 60 }) }), fc.record({ endOf: fc.nat({ max: 11 }) })),
      turns: fc.nat({ max: 12 }),
    }),
  ),
  deadline: maybe(fc.nat({ max: 120 })),
  key: fc.constantFrom(undefined, "a", "b"),
});
type Planned = typeof call extends fc.Arbitrary<infer Value> ? Value : never;

function fallbackOf(kind: Parts["fallback"], clock: Clock): Part<unknown>[] {
  switch (kind) {
    case undefined:
      return [];
    case "value":
      return [fallback("stand-in")];
    case "slow":
      return [fallbackTo(() => new Promise((resolve) => void clock.start(20, () => resolve("stand-in"))))];
    case "failing":
      return [fallbackTo(() => Promise.reject(new Error("fallback down")))];
    case "last good":
      return [lastGood({ maxAge: 50 })];
  }
}

/** A bulkhead whose places can be counted: as many as are free are entered, and never left. */
function countable(concurrent: number, part: Part): { part: Part; free: () => number } {
  let probing = false;
  let free = 0;
  let enter: (call: Call) => unknown;
  const around: Part["around"] = (next, surroundings) => {
    enter = part.around((inner) => {
      if (!probing) return next(inner);
      free += 1;
      return new Promise(() => undefined);
    }, surroundings);
    return enter;
  };
  const count = () => {
    probing = true;
    for (let place = 0; place <= concurrent; place += 1) enter(new Call(() => 1, {}, 0, 1, undefined));
    return free;
  };
  return { part: { kind: "bulkhead", around }, free: count };
}

function build(chosen: Parts, clock: Clock, own: Clock) {
  const counted =
    chosen.bulkhead &&
    countable(chosen.bulkhead.concurrent, bulkhead({ maxWait: 1_000, ...defined(chosen.bulkhead) }));
  const made: Part<unknown>[] = fallbackOf(chosen.fallback, own);
  if (chosen.removal) made.push(featureRemoval(chosen.removal));
  if (chosen.totalTimeout) made.push(totalTimeout(chosen.totalTimeout[0], { mode: chosen.totalTimeout[1] }));
  if (chosen.retry) made.push(retry(chosen.retry));
  if (chosen.limit) made.push(rateLimit(chosen.limit));
  if (chosen.breaker) made.push(circuitBreaker(chosen.breaker));
  if (counted) made.push(counted.part);
  if (chosen.hedge) made.push(hedge(chosen.hedge));
  if (chosen.timeout) made.push(timeout(chosen.timeout[0], { mode: chosen.timeout[1] }));
  return { shop: policy({ name: "shop", clock, random: () => 0.5 }, ...made), counted };
}

function defined({ concurrent, queued, maxWait }: NonNullable<Parts["bulkhead"]>) {
  return maxWait === undefined ? { concurrent, queued } : { concurrent, queued, maxWait };
}

interface Times {
  /** The policies' clock; how many of its timers run is counted. */
  readonly counted: Clock;
  /** What the work itself takes. */
  readonly own: Clock;
}

const obedient = ({ signal }: CallContext) =>
  new Promise<never>((_resolve, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

/** Work that never ends and hears no signal is bounded by aggressive timeouts only; without one it takes its time. */
function workOf({ work, takes }: Planned, bounded: boolean, { counted, own }: Times, onEnd: () => void) {
  const inner = policy({ name: "inner", clock: counted }, timeout(takes), retry({ attempts: 2, backoff: 5 }));
  const after = (end: () => void) =>
    void own.start(takes, () => {
      end();
      onEnd();
    });
  return (context: CallContext): unknown => {
    switch (work) {
      case "now":
        onEnd();
        return "answer";
      case "throw":
        onEnd();
        throw new Error("down");
      case "good":
        return new Promise((resolve) => after(() => resolve("answer")));
      case "bad":
        return new Promise((_resolve, reject) => after(() => reject(new Error("down"))));
      case "obedient hang":
        return obedient(context);
      case "stubborn hang":
        return new Promise((resolve) => (bounded ? undefined : after(() => resolve("late"))));
      default:
        return inner.execute(obedient);
    }
  };
}

function counting(clock: Clock) {
  const running = new Set<object>();
  const start: Clock["start"] = (delay, ring) => {
    const timer = clock.start(delay, () => {
      running.delete(timer);
      ring();
    });
    running.add(timer);
    const stop = () => {
      running.delete(timer);
      timer.stop();
    };
    return { stop };
  };
  return { clock: { now: clock.now, start }, running };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
}

const listeners = (of: AbortController) => getEventListeners(of.signal, "abort").length;

async function run(chosen: Parts, calls: readonly Planned[]) {
  const own = fakeClock();
  const { clock, running } = counting(own);
  const { shop, counted } = build(chosen, clock, own);
  const callers = calls.map(() => new AbortController());
  const open = new Set(callers);
  const abort = (index: number, count: number) =>
    void turns(count).then(() => callers[index]!.abort(new Error("gone")));
  const ended = (of: number) => {
    for (const [index, planned] of calls.entries())
      if (planned.abort && "endOf" in planned.abort.when && planned.abort.when.endOf === of)
        abort(index, planned.abort.turns);
  };
  for (const [index, planned] of calls.entries()) {
    const caller = callers[index]!;
    const times = { counted: clock, own };
    const work = workOf(planned, chosen.timeout?.[1] === "aggressive", times, () => ended(index));
    const settle = () => void open.delete(caller);
    const options = {
      signal: caller.signal,
      ...(planned.key !== undefined && { key: planned.key }),
      ...(planned.deadline !== undefined && { deadline: planned.start + planned.deadline }),
    };
    own.start(planned.start, () => void shop.execute(work, options).then(settle, settle));
    if (planned.abort === undefined || "endOf" in planned.abort.when) continue;
    const { when, turns: count } = planned.abort;
    own.start(planned.start + when.after, () => abort(index, count));
  }
  let left = 0;
  for (let passed = 0; passed < 400; passed += 5) {
    await own.pass(5);
    for (const caller of callers) if (passed > 100 && !open.has(caller)) left += listeners(caller);
    if (open.size === 0 && passed > 100) left += running.size;
  }
  // Who hangs with regard to the signal and has no bound is given up in the end; stubborn work ends by itself.
  for (const caller of open) caller.abort(new Error("over"));
  await own.pass(0);
  left += [...callers].filter((caller) => !open.has(caller) && listeners(caller) > 0).length;
  if (open.size === 0) left += running.size;
  await own.pass(1_000);
  return { open: open.size, left: left + running.size, free: counted?.free() ?? chosen.bulkhead?.concurrent };
}

test("whatever the policy, the work and the moment of giving up: all settle, and no timer, listener or place is left", async () => {
  const property = fc.asyncProperty(
    parts,
    fc.array(call, { minLength: 1, maxLength: 12 }),
    async (chosen, calls) => {
      expect(await run(chosen, calls)).toEqual({
        open: 0,
        left: 0,
        free: chosen.bulkhead?.concurrent,
      });
    },
  );
  await fc.assert(property, { numRuns: 300 });
});
