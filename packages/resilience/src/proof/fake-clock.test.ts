import { expect, test } from "vitest";

import { policy, timeout } from "../index.ts";
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
