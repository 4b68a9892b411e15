import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";

import { afterEach, expect, test } from "vitest";

import { fault, faultPoint, faultPoints, FaultPoints, policy, timeout, type FaultRule } from "../index.ts";
import { fakeClock } from "../proof/index.ts";

const source = faultPoints.source("test");
afterEach(() => source.clear());

const at = (id: string, ...effects: FaultRule["effects"]): FaultRule => ({ id, point: "picks", effects });

test("nothing, at once, while no rule takes it", () => {
  expect(fault("picks")).toBeUndefined();
  source.replace([
    { ...at("elsewhere", { kind: "hang" }), point: "reviews" },
    { ...at("others", { kind: "hang" }), labels: { tenant: "acme" } },
  ]);
  expect(fault("picks")).toBeUndefined();
  expect(fault("picks", { tenant: "globex" })).toBeUndefined();
});

test("resolves to altered data, rejects with the injected error, whatever the position", async () => {
  source.replace([{ ...at("stale", { kind: "data", value: ["old"] }), position: "after" }]);
  expect(await fault("picks")).toEqual(["old"]);
  source.replace([{ ...at("down", { kind: "status", status: 503 }), position: "instead" }]);
  await expect(fault("picks")).rejects.toMatchObject({ status: 503 });
});

test("waits for a latency, and is given up by its signal", async () => {
  using clock = fakeClock({ shared: true });
  source.replace([at("slow", { kind: "latency", milliseconds: 200 })]);
  const begun = clock.now();
  const waited = fault("picks")?.then(() => clock.now() - begun);
  await clock.pass(200);
  expect(await waited).toBeCloseTo(200, 6);
  const caller = new AbortController();
  const given = fault("picks", {}, { signal: caller.signal });
  caller.abort("enough");
  await expect(given).rejects.toBe("enough");
  expect(clock.running).toBe(0);
});

test("inside a policy, its timeout ends a hang", async () => {
  using clock = fakeClock({ shared: true });
  source.replace([at("hung", { kind: "hang" })]);
  const answer = policy("page", timeout(300)).execute(async () => {
    await fault("picks");
    return "never";
  });
  const error = answer.catch((reason: unknown) => reason);
  await clock.pass(300);
  expect(await error).toMatchObject({ code: "timeout", policy: "page" });
  expect(clock.running).toBe(0);
});

test("scoped by labels: all of them, a list matches any, the key is one of them", async () => {
  const points = new FaultPoints();
  const picks = faultPoint({ name: "picks", points });
  points.source("test").replace([
    {
      ...at("some", { kind: "data", value: 1 }),
      labels: { tenant: ["acme", "globex"], region: "eu", key: "7" },
    },
  ]);
  expect(await picks({ tenant: "globex", region: "eu", key: "7" })).toBe(1);
  expect(picks({ tenant: "globex", region: "us", key: "7" })).toBeUndefined();
  expect(picks({ tenant: "initech", region: "eu", key: "7" })).toBeUndefined();
  expect(picks({ tenant: "acme", region: "eu" })).toBeUndefined();
  points.source("test").replace([{ ...at("odd", { kind: "hang" }), labels: { constructor: "x" } }]);
  expect(picks({})).toBeUndefined();
  const one = policy({ name: "picks", points });
  points.source("test").replace([{ ...at("one", { kind: "data", value: "old" }), labels: { key: "7" } }]);
  expect(await one.execute(() => "good", { key: "7", labels: { key: "8" } })).toBe("old");
  expect(await one.execute(() => "good", { key: "8" })).toBe("good");
});

test("a hundred waits that are given up leave no timer and no listener", async () => {
  using clock = fakeClock({ shared: true });
  source.replace([at("slow", { kind: "latency", milliseconds: 200 }, { kind: "hang" })]);
  const caller = new AbortController();
  const all = Promise.allSettled(
    Array.from({ length: 100 }, async () => fault("picks", {}, { signal: caller.signal })),
  );
  await clock.pass(100);
  const left = () => [
    clock.running,
    getEventListeners(caller.signal, "abort").length,
    faultPoints.list()[0]?.waiting,
  ];
  expect(left()).toEqual([100, 1, 100]);
  caller.abort("enough");
  expect(new Set((await all).map(({ status }) => status))).toEqual(new Set(["rejected"]));
  expect(left()).toEqual([0, 0, 0]);
});

test("a promise of it that nobody looks at ends no process", async () => {
  const unhandled: unknown[] = [];
  const listener = (error: unknown) => unhandled.push(error);
  process.on("unhandledRejection", listener);
  source.replace([at("down", { kind: "exception", message: "down" })]);
  const looked = fault("picks");
  void fault("picks");
  // Node looks for unhandled rejections when all microtasks are done.
  await setImmediate();
  process.off("unhandledRejection", listener);
  expect(unhandled).toEqual([]);
  await expect(looked).rejects.toThrow("down");
});
