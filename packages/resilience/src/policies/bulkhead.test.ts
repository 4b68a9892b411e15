import * as fc from "fast-check";
import { expect, test } from "vitest";

import { bulkhead, fallback, policy, Signals, timeout, type Signal } from "../index.ts";
import { fakeClock } from "../proof/index.ts";

const never = () => new Promise<never>(() => undefined);

function gate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { open: () => resolve(), work: () => promise };
}

test("who finds no place is refused at once, and told", async () => {
  const signals = new Signals();
  const heard: Signal[] = [];
  signals.subscribe((signal) => heard.push(signal));
  const reviews = policy({ name: "reviews", signals }, bulkhead({ concurrent: 1 }));
  const { open, work } = gate();
  const first = reviews.execute(work);
  await expect(reviews.execute(() => 1, { key: "k" })).rejects.toMatchObject({ code: "bulkhead-full" });
  expect(heard).toEqual([{ kind: "bulkhead-full", policy: "reviews", key: "k", code: "bulkhead-full" }]);
  open();
  await first;
  await expect(reviews.execute(() => 1)).resolves.toBe(1);
});

test("a fallback outside covers the refusal", async () => {
  const reviews = policy("reviews", fallback("none"), bulkhead({ concurrent: 1 }));
  void reviews.execute(never);
  expect(await reviews.execute(() => 1)).toBe("none");
});

test("places are handed on in the order of coming, and nobody overtakes", async () => {
  const reviews = policy("reviews", bulkhead({ concurrent: 1, queued: 3 }));
  const { open, work } = gate();
  const order: string[] = [];
  const first = reviews.execute(work).then(() => reviews.execute(() => order.push("late")));
  const waiting = ["a", "b", "c"].map((name) => reviews.execute(() => order.push(name)));
  open();
  await Promise.all([first, ...waiting]);
  expect(order).toEqual(["a", "b", "c", "late"]);
});

test("waiting ends with the queue's timeout, with the call's own deadline, or when the call is given up", async () => {
  const clock = fakeClock();
  const reviews = policy({ name: "reviews", clock }, bulkhead({ concurrent: 1, queued: 9, maxWait: 100 }));
  void reviews.execute(never);
  const caller = new AbortController();
  const outcomes: unknown[] = [];
  const note = (answer: Promise<unknown>) =>
    void answer.catch((error: unknown) => outcomes.push([clock.now(), (error as Error).message ?? error]));
  note(reviews.execute(() => 1));
  note(reviews.execute(() => 2, { deadline: 50 }));
  note(reviews.execute(() => 3, { signal: caller.signal }));
  await clock.pass(10);
  caller.abort("gone");
  await clock.pass(90);
  expect(outcomes).toEqual([
    [10, "gone"],
    [50, "reviews has no place: 1 calls are under way and no place became free within 50 ms."],
    [100, "reviews has no place: 1 calls are under way and no place became free within 100 ms."],
  ]);
  expect(clock.running).toBe(0);
});

test("a timeout inside frees the place even if the work goes on", async () => {
  const clock = fakeClock();
  const reviews = policy({ name: "reviews", clock }, bulkhead({ concurrent: 1, queued: 1 }), timeout(100));
  const late = reviews.execute(never).catch((error: unknown) => error);
  const next = reviews.execute(() => 1);
  await clock.pass(100);
  expect(await late).toMatchObject({ code: "timeout" });
  expect(await next).toBe(1);
});

test("each key has its own places where that is wished", async () => {
  const shards = policy("shards", bulkhead({ concurrent: 1, perKey: true }));
  void shards.execute(never, { key: "slow" });
  await expect(shards.execute(() => 1, { key: "slow" })).rejects.toMatchObject({ code: "bulkhead-full" });
  await expect(shards.execute(() => 1, { key: "quick" })).resolves.toBe(1);
});

test("a queue of thousands of quick calls needs no stack", async () => {
  const reviews = policy("reviews", bulkhead({ concurrent: 1, queued: Infinity }));
  const { open, work } = gate();
  const calls = [
    reviews.execute(work),
    ...Array.from({ length: 20_000 }, () => reviews.execute(() => undefined)),
  ];
  open();
  await expect(Promise.all(calls)).resolves.toHaveLength(20_001);
});

test("impossible numbers are refused", () => {
  expect(() => bulkhead({ concurrent: 0 })).toThrow(RangeError);
  expect(() => bulkhead({ concurrent: 1.5 })).toThrow(RangeError);
  expect(() => bulkhead({ concurrent: 1, queued: -1 })).toThrow(RangeError);
  expect(() => bulkhead({ concurrent: 1, maxWait: 0 })).toThrow(RangeError);
});

/** What happens to a call: it ends itself after so many ms, well or badly, at once or not; or it is given up before. */
const plan = fc.record({
  start: fc.nat({ max: 50 }),
  takes: fc.option(fc.integer({ min: 1, max: 60 })),
  fails: fc.boolean(),
  givenUp: fc.option(fc.nat({ max: 100 })),
});

test("never more inside than places, never more waiting than room, and all places back in the end", async () => {
  const property = fc.asyncProperty(
    fc.array(plan, { maxLength: 25 }),
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 0, max: 5 }),
    fc.integer({ min: 5, max: 100 }),
    async (plans, concurrent, queued, maxWait) => {
      const clock = fakeClock();
      const calls = policy(
        { name: "calls", clock },
        bulkhead({ concurrent, queued, maxWait }),
        timeout(1_000),
      );
      let inside = 0;
      let most = 0;
      let settled = 0;
      for (const { start, takes, fails, givenUp } of plans) {
        const caller = new AbortController();
        const work = () => {
          inside += 1;
          most = Math.max(most, inside);
          const leave = (end: () => void) => {
            inside -= 1;
            end();
          };
          if (takes === null) {
            inside -= 1;
            if (fails) throw new Error("at once");
            return Promise.resolve();
          }
          return new Promise<void>((resolve, reject) => {
            const end = () => leave(fails ? () => reject(new Error("later")) : resolve);
            const timer = clock.start(takes, end);
            caller.signal.addEventListener("abort", () => {
              timer.stop();
              end();
            });
          });
        };
        const settle = () => (settled += 1);
        clock.start(start, () => void calls.execute(work, { signal: caller.signal }).then(settle, settle));
        if (givenUp !== null) clock.start(start + givenUp, () => caller.abort("gone"));
      }
      await clock.pass(2_000);
      expect(most).toBeLessThanOrEqual(concurrent);
      expect([settled, clock.running]).toEqual([plans.length, 0]);
      const all = Array.from({ length: concurrent }, () => calls.execute(() => Promise.resolve("in")));
      expect(await Promise.all(all)).toEqual(all.map(() => "in"));
    },
  );
  await fc.assert(property, { numRuns: 150 });
});
