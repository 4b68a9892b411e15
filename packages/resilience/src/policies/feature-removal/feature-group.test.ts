import { expect, test } from "vitest";

import {
  fallback,
  featureGroup,
  featureRemoval,
  policy,
  Signals,
  type FeatureGroupOptions,
  type Signal,
} from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";

const removal = { slow: 100, share: 0.5, of: 2, for: 1_000, trial: 1 };

function page(share = 0.5) {
  const clock = fakeClock();
  const signals = new Signals();
  const heard: Signal[] = [];
  signals.subscribe((signal) => heard.push(signal));
  const group = featureGroup({ slow: 800, share, of: 4, for: 10_000, clock, signals });
  const names: (readonly string[])[] = [];
  const end = group.subscribe((degraded) => names.push(degraded));
  const feature = (name: string, importance: number) =>
    policy({ name, clock, signals }, fallback("none"), group.feature({ importance }));
  const pages = async (milliseconds: number, count = 4) => {
    for (let done = 0; done < count; done += 1) {
      await clock.pass(milliseconds);
      group.observe(milliseconds);
    }
  };
  return { clock, signals, heard, group, names, end, feature, pages };
}

test("a feature without an importance is refused", () => {
  expect(() => page().feature("reviews", Number.NaN)).toThrow(RangeError);
});

test("the least important is shed first, and restored last", async () => {
  const { clock, heard, group, names, feature, pages } = page();
  const [reviews, recommendations] = [feature("reviews", 2), feature("recommendations", 1)];
  await pages(900);
  expect(await Promise.all([reviews.execute(() => 1), recommendations.execute(() => 1)])).toEqual([
    1,
    "none",
  ]);
  await pages(900);
  await pages(900);
  expect(group.degraded()).toEqual(["recommendations", "reviews"]);
  await clock.pass(10_000);
  await pages(100);
  await clock.pass(10_000);
  await pages(100);
  expect(names).toEqual([["recommendations"], ["recommendations", "reviews"], ["recommendations"], []]);
  expect(heard.filter(({ kind }) => kind !== "fallback-served")).toEqual([
    { kind: "feature-removed", policy: "recommendations" },
    { kind: "feature-removed", policy: "reviews" },
    { kind: "feature-restored", policy: "reviews" },
    { kind: "feature-restored", policy: "recommendations" },
  ]);
});

test("nothing comes back before its time, nor while the share of slow pages is between the two", async () => {
  const { clock, group, feature, pages } = page(0.75);
  feature("reviews", 1);
  await pages(900);
  await pages(100);
  expect(group.degraded()).toEqual(["reviews"]);
  await pages(900, 2);
  await clock.pass(10_000);
  const states = [];
  for (const takes of [100, 900, 100, 900, 100, 100]) {
    await pages(takes, 1);
    states.push(group.degraded().length);
  }
  expect(states).toEqual([1, 1, 1, 1, 1, 0]);
});

test("pages that began before a step do not cause the next", async () => {
  const { clock, group, feature } = page();
  feature("reviews", 2);
  feature("recommendations", 1);
  await clock.pass(900);
  for (let count = 0; count < 8; count += 1) group.observe(900);
  expect(group.degraded()).toEqual(["recommendations"]);
});

test("a feature that is slow on its own account is named too, and the same array stays while nothing changes", async () => {
  const { clock, signals, group, names } = page();
  const reviews = policy(
    { name: "reviews", clock, signals },
    fallback("none"),
    group.feature({ importance: 1, removal }),
  );
  const slow = async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    clock.start(100, () => resolve("slow"));
    return promise;
  };
  const answers = [reviews.execute(slow), reviews.execute(slow)];
  await clock.pass(100);
  expect(await Promise.all(answers)).toEqual(["slow", "slow"]);
  expect(await reviews.execute(() => 1)).toBe("none");
  expect(group.degraded()).toEqual(["reviews"]);
  expect(group.degraded()).toBe(group.degraded());
  await clock.pass(1_000);
  expect(await reviews.execute(() => 1)).toBe(1);
  expect(names).toEqual([["reviews"], []]);
});

test("who has ended a subscription hears no more", async () => {
  const { names, end, feature, pages } = page();
  feature("reviews", 1);
  end();
  await pages(900);
  expect(names).toEqual([]);
});

const raise = (error: unknown) => () => {
  throw error;
};

test("failures, failed answers and refusals from inside make a feature bad; the caller's own errors do not", async () => {
  const clock = fakeClock();
  const settings = {
    name: "reviews",
    clock,
    isFailure: (error: unknown) => error !== "not found",
    isFailedAnswer: (answer: unknown) => answer === 503,
  };
  const outcome = async (work: () => unknown) => {
    const reviews = policy(settings, featureRemoval(removal));
    for (let count = 0; count < 2; count += 1) await reviews.execute(work).catch(() => undefined);
    return reviews.execute(() => "made").catch((error: { code: string }) => error.code);
  };
  expect(await outcome(raise(new Error("down")))).toBe("feature-removed");
  expect(await outcome(() => Promise.reject(new Error("down")))).toBe("feature-removed");
  expect(await outcome(() => 503)).toBe("feature-removed");
  expect(await outcome(() => Promise.resolve(503))).toBe("feature-removed");
  expect(await outcome(raise("not found"))).toBe("made");
});

test("one name has one importance", () => {
  const { feature } = page();
  feature("reviews", 1);
  expect(() => feature("reviews", 2)).toThrow(TypeError);
  expect(() => feature("reviews", 1)).not.toThrow();
});

test("an option that is given as undefined is as if it were not given", () => {
  const clock = fakeClock();
  const options = {
    slow: 800,
    share: 0.5,
    of: 1,
    for: 0,
    clock,
    restoreShare: undefined,
    signals: undefined,
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as JavaScript, or without exactOptionalPropertyTypes
  const group = featureGroup(options as unknown as FeatureGroupOptions);
  policy({ name: "reviews", clock }, fallback("none"), group.feature({ importance: 1 }));
  group.observe(900);
  expect(group.degraded()).toEqual(["reviews"]);
  group.observe(0);
  expect(group.degraded()).toEqual([]);
});
