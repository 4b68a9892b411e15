import * as fc from "fast-check";
import { expect, test } from "vitest";

import { policy, timeout } from "../index.ts";
import { sharedClock } from "../time/shared-clock.ts";
import { fakeClock } from "./index.ts";

test("timers ring at their own time and in its order, with what waited for one before the next", async () => {
  const clock = fakeClock();
  const rang: [string, number][] = [];
  clock.start(20, () => rang.push(["second", clock.now()]));
  clock.start(10, () => {
    rang.push(["first", clock.now()]);
    void Promise.resolve().then(() => clock.start(5, () => rang.push(["between", clock.now()])));
  });
  clock.start(30, () => rang.push(["late", clock.now()])).stop();
  await clock.pass(25);
  expect(rang).toEqual([
    ["first", 10],
    ["between", 15],
    ["second", 20],
  ]);
  expect([clock.now(), clock.running]).toEqual([25, 0]);
});

test("a shared one reaches policies that were made before it, until it is disposed of", async () => {
  const reviews = policy("reviews", timeout(60_000));
  {
    using clock = fakeClock({ shared: true });
    const answer = reviews.execute(() => new Promise(() => undefined));
    const error = answer.catch((reason: unknown) => reason);
    await clock.pass(60_000);
    expect(await error).toMatchObject({ code: "timeout", milliseconds: 60_000 });
  }
  await expect(reviews.execute(() => 1)).resolves.toBe(1);
});

test("timers ring by time and then in the order in which they were started, whichever are stopped", async () => {
  const started = fc.record({ after: fc.integer({ min: 0, max: 20 }), stopped: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(started), async (timers) => {
      const clock = fakeClock();
      const rang: number[] = [];
      const running = timers.map(({ after }, index) => clock.start(after, () => rang.push(index)));
      for (const [index, { stopped }] of timers.entries()) if (stopped) running[index]?.stop();
      await clock.pass(20);
      const expected = [...timers.entries()]
        .filter(([, { stopped }]) => !stopped)
        .toSorted(([first, left], [second, right]) => left.after - right.after || first - second);
      expect(rang).toEqual(expected.map(([index]) => index));
      expect([clock.running, clock.next]).toEqual([0, undefined]);
    }),
    { numRuns: 50 },
  );
});

test("it goes from timer to timer, and stays where it is when there is none", async () => {
  const clock = fakeClock();
  const rang: number[] = [];
  clock.start(30, () => rang.push(clock.now()));
  clock.start(70, () => rang.push(clock.now()));
  expect(clock.next).toBe(30);
  expect([await clock.passToNext(), await clock.passToNext(), await clock.passToNext()]).toEqual([
    true,
    true,
    false,
  ]);
  expect([rang, clock.now()]).toEqual([[30, 70], 70]);
  await expect(clock.pass(-1)).rejects.toThrow(RangeError);
});

test("a shared one begins at the time that policies have seen", () => {
  const before = sharedClock.now();
  using clock = fakeClock({ shared: true });
  expect(clock.now()).toBeGreaterThanOrEqual(before);
});

test("where two let time pass at once it is the longer of the two, and time never goes back", async () => {
  const clock = fakeClock();
  const rang: number[] = [];
  for (const after of [30, 60, 90]) clock.start(after, () => rang.push(clock.now()));
  await Promise.all([clock.pass(100), clock.pass(50)]);
  expect([rang, clock.now()]).toEqual([[30, 60, 90], 100]);
});
