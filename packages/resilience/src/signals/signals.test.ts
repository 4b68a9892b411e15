import { once } from "node:events";

import { expect, test } from "vitest";

import { fallback, featureGroup, policy, Signals } from "../index.ts";
import { fakeClock } from "../proof/index.ts";

test("a listener that throws is told of as a warning; the call and the other listeners do not notice", async () => {
  const signals = new Signals();
  const heard: string[] = [];
  signals.subscribe(() => {
    throw new Error("the dashboard is broken");
  });
  signals.subscribe(({ kind }) => heard.push(kind));
  const warned = once(process, "warning");
  const answer = await policy({ name: "reviews", signals }, fallback("none")).execute(() => {
    throw new Error("down");
  });
  expect([answer, heard]).toEqual(["none", ["fallback-served"]]);
  expect(await warned).toMatchObject([{ message: "the dashboard is broken" }]);
});

test("nor does a page notice who listens to its features", async () => {
  const clock = fakeClock();
  const page = featureGroup({ slow: 100, share: 0.5, of: 2, for: 1_000, clock });
  policy({ name: "reviews", clock }, page.feature({ importance: 1 }));
  page.subscribe(() => {
    throw new Error("the header is broken");
  });
  const warned = once(process, "warning");
  page.observe(500);
  page.observe(500);
  expect(page.degraded()).toEqual(["reviews"]);
  expect(await warned).toMatchObject([{ message: "the header is broken" }]);
});
