import { expect, test } from "vitest";

import {
  circuitBreaker,
  totalTimeout,
  fallback,
  policy,
  retry,
  timeout,
  type PolicySettings,
} from "../index.ts";
import { fakeClock } from "../proof/index.ts";

test("the work's own answer comes through", async () => {
  const reviews = policy("reviews", fallback([]), timeout(1_000));
  const answer: readonly string[] = await reviews.execute(async () => ["good"]);
  expect(answer).toEqual(["good"]);
});

test("parts act in their fixed order, whatever order they are written in", async () => {
  const tried: number[] = [];
  const reviews = policy("reviews", retry({ attempts: 3, backoff: 0 }), timeout(1_000), fallback("none"));
  const answer = await reviews.execute(({ attempt }) => {
    tried.push(attempt);
    throw new Error("down");
  });
  expect(tried).toEqual([1, 2, 3]);
  expect(answer).toBe("none");
});

test("two parts of one kind are refused", () => {
  expect(() => policy("reviews", timeout(1), timeout(2))).toThrow(/two parts of the kind timeout/);
});

/** As JavaScript may call it. */
const given = (...what: unknown[]): unknown => Reflect.apply(policy, undefined, what);

test("what is no part and a policy without a name are refused", () => {
  for (const stranger of [undefined, [timeout(1)], retry])
    expect(() => given("reviews", timeout(1), stranger)).toThrow(/policy reviews .* number 2 is none/);
  for (const nameless of ["", undefined, {}, timeout(1)])
    expect(() => given(nameless, retry())).toThrow(/needs a name/);
});

test("a call inside another has no more time than is left of it", async () => {
  const outer = policy("page", totalTimeout(5_000));
  const inner = policy("reviews", timeout(60_000));
  const [around, within] = await outer.execute(async (page) => {
    await Promise.resolve();
    return inner.execute(({ deadline: until }) => [page.deadline, until]);
  });
  expect(within).toBe(around);
});

test("an open circuit refuses without asking", async () => {
  const reviews = policy("reviews", circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 }));
  await expect(reviews.execute(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
  await expect(reviews.execute(() => 1)).rejects.toMatchObject({ code: "circuit-open", policy: "reviews" });
});

test("work that may be done only once is not retried", async () => {
  let done = 0;
  const order = policy("order", retry({ attempts: 3 }));
  const failing = () => {
    done += 1;
    return Promise.reject(new Error("down"));
  };
  await expect(order.execute(failing, { idempotent: false })).rejects.toThrow("down");
  expect(done).toBe(1);
});

test("the same patterns in other surroundings begin anew", async () => {
  const reviews = policy("reviews", circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 }));
  await expect(reviews.execute(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
  const elsewhere = reviews.within({ name: "reviews elsewhere" });
  await expect(elsewhere.execute(() => 1)).resolves.toBe(1);
  await expect(reviews.execute(() => 1)).rejects.toMatchObject({ code: "circuit-open" });
});

test("what is given as undefined is as if it were not given", async () => {
  const settings = { name: "shop", clock: undefined, isFailure: undefined, signals: undefined };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as JavaScript, or without exactOptionalPropertyTypes
  const loose = settings as unknown as PolicySettings;
  const shop = policy(loose, retry({ attempts: 2, backoff: 0 }), timeout(50));
  for (const each of [shop, shop.within(loose)])
    await expect(each.execute(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
});

test("a function that is a thenable is waited for like every other", async () => {
  const clock = fakeClock();
  const shop = policy({ name: "shop", clock }, timeout(50));
  // oxlint-disable-next-line unicorn/no-thenable -- query builders are such
  const query = Object.assign(() => undefined, { then: () => undefined });
  const late = shop.execute((): unknown => query).catch((error: unknown) => error);
  await clock.pass(50);
  expect(await late).toMatchObject({ code: "timeout" });
});
