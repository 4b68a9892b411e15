import { expect, test } from "vitest";

import { currentCall, policy, timeLeft, timeout, withDeadline } from "../index.ts";
import { fakeClock } from "../proof/index.ts";

const reviews = (clock: ReturnType<typeof fakeClock>) => policy({ name: "reviews", clock }, timeout(60_000));

test("policies inside have no more time than is left, and end with it", async () => {
  using clock = fakeClock();
  const call = withDeadline({ timeout: 100, clock }, async () => {
    await clock.pass(40);
    expect(timeLeft(clock)).toBe(60);
    return reviews(clock).execute(({ deadline: until }) => {
      expect(until - clock.now()).toBe(60);
      return new Promise<never>(() => undefined);
    });
  });
  await Promise.all([expect(call).rejects.toMatchObject({ code: "deadline-exceeded" }), clock.pass(100)]);
  expect(clock.running).toBe(0);
});

test("who waits outside can end it, and nothing is left behind", async () => {
  using clock = fakeClock();
  const stop = new AbortController();
  const work = withDeadline({ timeout: 100, signal: stop.signal, clock }, async ({ signal }) => {
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    return [signal.reason, currentCall()?.signal === signal];
  });
  expect(clock.running).toBe(1);
  stop.abort("gone");
  expect(await work).toEqual(["gone", true]);
  expect(clock.running).toBe(0);
});

test("inside another the earlier one counts", () => {
  using clock = fakeClock();
  withDeadline({ timeout: 50, clock }, () => {
    expect(withDeadline({ timeout: 80, clock }, () => timeLeft(clock))).toBe(50);
    expect(withDeadline({ timeout: 20, clock }, () => timeLeft(clock))).toBe(20);
  });
  expect(timeLeft(clock)).toBe(Infinity);
  expect(clock.running).toBe(0);
});

function failing(): never {
  throw new Error("down");
}

test("work that throws ends it too; no time at all is a mistake", () => {
  using clock = fakeClock();
  expect(() => withDeadline({ timeout: 50, clock }, failing)).toThrow("down");
  expect(clock.running).toBe(0);
  for (const milliseconds of [0, -1, Number.NaN])
    expect(() => withDeadline({ timeout: milliseconds }, () => 1)).toThrow(RangeError);
  expect(withDeadline({ timeout: Infinity }, () => timeLeft())).toBe(Infinity);
});
