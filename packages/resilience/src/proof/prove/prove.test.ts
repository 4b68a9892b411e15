import { expect, test } from "vitest";

import {
  bulkhead,
  circuitBreaker,
  totalTimeout,
  fallback,
  fallbackTo,
  featureGroup,
  lastGood,
  policy,
  retry,
  signals,
  timeout,
} from "../../index.ts";
import { prove, type Proof, type Promises, type PromiseName } from "../index.ts";

const well = () => ["five stars"];

const promises = {
  answersWithin: 1_000,
  fallsBack: { to: [] },
  attemptsAtMost: 3,
  amplificationAtMost: 1.5,
  recoversWithin: 11_000,
  isolatesKeys: true,
} as const satisfies Promises;

const good = () =>
  policy(
    "reviews",
    fallback([]),
    totalTimeout(1_000),
    retry({ attempts: 3, backoff: 20 }),
    circuitBreaker({ opensAfter: 5, halfOpenAfter: 10_000 }),
    timeout(300),
  );

const broken = ({ results }: Proof) =>
  results.filter(({ held }) => !held).map(({ promise, fault }) => `${promise}: ${fault}`);

const brokenPromises = ({ results }: Proof) =>
  new Set(results.filter(({ held }) => !held).map(({ promise }): PromiseName => promise));

test("a policy that keeps all of its promises", async () => {
  const reviews = policy(
    { name: "reviews", isFailedAnswer: (answer) => !Array.isArray(answer) },
    fallback([]),
    totalTimeout(1_000),
    retry({ attempts: 3, backoff: 20 }),
    circuitBreaker({ opensAfter: 5, halfOpenAfter: 10_000 }),
    timeout(300),
  );
  const proof = await prove(reviews, well, promises, { wrongAnswer: { value: "<html>" } });
  expect(proof.table()).not.toContain("NOT HELD");
  expect(broken(proof)).toEqual([]);
  expect(proof.held).toBe(true);
  expect(() => proof.assert()).not.toThrow();
  // Six promises under six faults, and that it answers at all.
  expect(proof.results).toHaveLength(37);
});

test("without a timeout a hang is never over and a late answer too late", async () => {
  const reviews = policy("reviews", fallback([]));
  const proof = await prove(reviews, well, { answersWithin: 1_000, fallsBack: true });
  expect(broken(proof)).toEqual(["answersWithin: latency", "answersWithin: hang", "fallsBack: hang"]);
  expect(proof.results.filter(({ promise }) => promise === "answersWithin")).toMatchObject([
    { fault: "latency", measured: 60_000 },
    { fault: "hang", measured: Infinity, why: expect.stringContaining("501 of 501 calls") },
    { fault: "exception", measured: 0 },
    { fault: "status 503", measured: 0 },
    { fault: "flapping", measured: 0 },
  ]);
  expect(() => proof.assert()).toThrow(
    /reviews does not keep 3 of 11 promises:\n {2}answersWithin, under latency: /,
  );
});

test("without a fallback callers get errors", async () => {
  const reviews = policy("reviews", timeout(300));
  const proof = await prove(reviews, well, { fallsBack: true }, { faults: ["exception", "hang"] });
  expect(proof.results.slice(1)).toMatchObject([
    { held: false, measured: 501, why: expect.stringContaining("ECONNREFUSED") },
    { held: false, measured: 501, why: expect.stringContaining("within 300 ms") },
  ]);
});

test("a fallback that throws is none", async () => {
  const reviews = policy(
    "reviews",
    fallbackTo((): string[] => {
      throw new Error("the cache is empty");
    }),
    timeout(300),
  );
  const proof = await prove(reviews, well, { answersWithin: 300, fallsBack: true });
  expect(brokenPromises(proof)).toEqual(new Set(["fallsBack"]));
  expect(() => proof.assert()).toThrow("the cache is empty");
});

test("a fallback to something else is not the one that was promised", async () => {
  const reviews = policy("reviews", fallback(undefined), timeout(300));
  const proof = await prove(reviews, well, { fallsBack: { to: [] } }, { faults: ["exception"] });
  expect(proof.results[1]).toMatchObject({
    held: false,
    why: expect.stringContaining("answered with undefined"),
  });
});

test("wrong data reaches callers unless the policy knows it", async () => {
  const wrong = { faults: ["wrong data" as const], wrongAnswer: { value: { error: "overloaded" } } };
  const trusting = await prove(good(), well, { fallsBack: true }, wrong);
  expect(broken(trusting)).toEqual(["fallsBack: wrong data"]);
  const knowing = good().within({ isFailedAnswer: (answer) => !Array.isArray(answer) });
  expect(broken(await prove(knowing, well, { fallsBack: true }, wrong))).toEqual([]);
});

test("retries without a budget are a storm; with one, or with a breaker, they are not", async () => {
  const storm = policy("reviews", retry({ attempts: 3, backoff: 20, budget: false }), timeout(300));
  const seen = await prove(
    storm,
    well,
    { attemptsAtMost: 3, amplificationAtMost: 1.5 },
    { faults: ["exception"] },
  );
  expect(broken(seen)).toEqual(["amplificationAtMost: exception"]);
  expect(seen.results.at(-1)?.measured).toBeCloseTo(3, 1);
  const many = policy("reviews", retry({ attempts: 5, backoff: 20 }), timeout(300));
  const tooMany = await prove(many, well, { attemptsAtMost: 3 }, { faults: ["exception"] });
  expect(tooMany.results.at(-1)).toMatchObject({ held: false, measured: 5 });
  const bounded = policy("reviews", retry({ attempts: 3, backoff: 20 }), timeout(300));
  const kept = await prove(bounded, well, { amplificationAtMost: 1.5 }, { faults: ["exception", "hang"] });
  expect(broken(kept)).toEqual([]);
});

test("a breaker that does not close in time, or a bulkhead that hanging calls fill for good, does not recover", async () => {
  const slow = policy("reviews", circuitBreaker({ opensAfter: 5, halfOpenAfter: 86_400_000 }), timeout(300));
  const proof = await prove(slow, well, { recoversWithin: 11_000 });
  expect(broken(proof)).toEqual(
    ["latency", "hang", "exception", "status 503", "flapping"].map((fault) => `recoversWithin: ${fault}`),
  );
  expect(proof.results[1]).toMatchObject({ measured: Infinity });
  const full = policy("reviews", bulkhead({ concurrent: 10 }));
  const filled = await prove(full, well, { recoversWithin: 1_000 }, { faults: ["hang", "exception"] });
  expect(broken(filled)).toEqual(["recoversWithin: hang"]);
  const drained = policy("reviews", bulkhead({ concurrent: 10 }), timeout(300));
  expect(broken(await prove(drained, well, { recoversWithin: 1_000 }, { faults: ["hang"] }))).toEqual([]);
});

test("a place that all keys share lets one failing key poison the others", async () => {
  const shared = policy("reviews", fallback([]), bulkhead({ concurrent: 10 }), timeout(300));
  const proof = await prove(shared, well, { isolatesKeys: true }, { faults: ["hang", "exception"] });
  expect(broken(proof)).toEqual(["isolatesKeys: hang"]);
  expect(proof.results[1]?.why).toMatch(
    /\d+ of 500 calls with other keys suffered: it was answered with \[\]/,
  );
});

test("a last good answer is a fallback too, and is not taken for the dependency's own", async () => {
  const price = policy("price", lastGood(), timeout(300));
  const proof = await prove(
    price,
    () => 12,
    { fallsBack: { to: 12 }, recoversWithin: 0 },
    { faults: ["exception"] },
  );
  expect(broken(proof)).toEqual([]);
});

test("what fails without a fault is said, once", async () => {
  const proof = await prove(good(), () => Promise.reject(new Error("no fixture")), { answersWithin: 1_000 });
  expect(proof.results[0]).toMatchObject({ promise: "answersWithoutFault", held: false });
  expect(proof.held).toBe(false);
});

test("it touches nothing: neither the policy's circuits nor the shared signals; and it is the same each time", async () => {
  const reviews = policy(
    "reviews",
    circuitBreaker({ opensAfter: 1, halfOpenAfter: 86_400_000 }),
    timeout(300),
  );
  let told = 0;
  const stop = signals.subscribe(() => {
    told += 1;
  });
  const [first, second] = await Promise.all([1, 2].map(() => prove(reviews, well, promises)));
  stop();
  expect(told).toBe(0);
  expect(first!.results).toEqual(second!.results);
  expect(await reviews.execute(well)).toEqual(["five stars"]);
});

test("times are told in tenths of a ms, and one that is too long is never told as one that is not", async () => {
  const reviews = policy("reviews", fallback([]), retry({ attempts: 2, backoff: 0.04 }), timeout(250));
  const proof = await prove(reviews, well, { answersWithin: 500 }, { faults: ["hang"] });
  expect(proof.results[1]).toMatchObject({
    held: false,
    measured: 500.1,
    why: "the slowest call ended after 500.1 ms",
  });
});

test("promises that make no sense are refused", async () => {
  await expect(prove(good(), well, {})).rejects.toThrow(TypeError);
  await expect(prove(good(), well, { answersWithin: Number.NaN })).rejects.toThrow(RangeError);
  await expect(prove(good(), well, promises, { calls: 0 })).rejects.toThrow(RangeError);
});

test("a feature of a group is proved without the group hearing of it", async () => {
  const group = featureGroup({ slow: 100, share: 0.5, of: 4, for: 1_000 });
  let told = 0;
  group.subscribe(() => (told += 1));
  const reviews = policy(
    "reviews",
    fallback("none"),
    group.feature({ importance: 1, removal: { slow: 100, share: 0.5, of: 4, for: 1_000 } }),
    timeout(200),
  );
  const proof = await prove(reviews, () => "good", { fallsBack: { to: "none" }, amplificationAtMost: 0.5 });
  expect(proof.held).toBe(true);
  expect([told, group.degraded(), await reviews.execute(() => "good")]).toEqual([0, [], "good"]);
});
