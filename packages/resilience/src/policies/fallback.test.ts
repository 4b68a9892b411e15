import { expect, test } from "vitest";

import {
  circuitBreaker,
  fallback,
  fallbackTo,
  lastGood,
  policy,
  Signals,
  timeout,
  type Signal,
} from "../index.ts";
import { fakeClock } from "../proof/index.ts";

const down = () => Promise.reject(Object.assign(new Error("down"), { code: "ECONNREFUSED" }));
const isFailedAnswer = (answer: unknown) => (answer as { status?: number }).status === 503;

function told() {
  const signals = new Signals();
  const heard: Signal[] = [];
  signals.subscribe((signal) => heard.push(signal));
  return { signals, heard };
}

test("what stands in is told with the code of the error", async () => {
  const { signals, heard } = told();
  const reviews = policy({ name: "reviews", signals }, fallback("none"));
  expect(await reviews.execute(down, { key: "shop-1" })).toBe("none");
  expect(heard).toEqual([
    { kind: "fallback-served", policy: "reviews", key: "shop-1", code: "ECONNREFUSED" },
  ]);
});

test("a failure that is thrown, rejected or refused is covered", async () => {
  const reviews = policy(
    "reviews",
    fallback("none"),
    circuitBreaker({ opensAfter: 2, halfOpenAfter: 60_000 }),
  );
  const thrown = reviews.execute(() => {
    throw new Error("down");
  });
  expect([await thrown, await reviews.execute(down), await reviews.execute(() => 1)]).toEqual([
    "none",
    "none",
    "none",
  ]);
});

test("an answer that counts as a failure is covered, and the fallback is told the answer", async () => {
  const settings = { name: "reviews", isFailedAnswer };
  const reviews = policy(
    settings,
    fallbackTo((error) => error),
  );
  const answer = { status: 503 };
  for (const work of [() => answer, async () => answer])
    expect(await reviews.execute(work)).toMatchObject({ code: "failed-answer", policy: "reviews", answer });
  expect(await policy(settings, lastGood()).execute(async () => answer)).toBe(answer);
});

test("an error that is no failure of the dependency is the caller's to see; being too late always is one", async () => {
  const clock = fakeClock();
  const settings = { name: "reviews", clock, isFailure: () => false };
  const reviews = policy(settings, fallback("none"), timeout(100));
  await expect(reviews.execute(down)).rejects.toThrow("down");
  const late = reviews.execute(() => new Promise(() => undefined));
  await clock.pass(100);
  expect(await late).toBe("none");
});

test("a call that was given up gets no stand-in", async () => {
  const { signals, heard } = told();
  const caller = new AbortController();
  const reviews = policy({ name: "reviews", signals }, fallback("none"), timeout(1_000));
  const answer = reviews.execute(() => new Promise(() => undefined), { signal: caller.signal });
  caller.abort("gone");
  await expect(answer).rejects.toBe("gone");
  expect(heard).toEqual([]);
});

test("a fallback that fails goes out with both errors, and nothing is told", async () => {
  const { signals, heard } = told();
  const also = new Error("also down");
  const gives = [
    () => Promise.reject(also),
    () => {
      throw also;
    },
  ];
  for (const give of gives) {
    const reviews = policy({ name: "reviews", signals }, fallbackTo(give));
    const error: unknown = await reviews.execute(down).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: "fallback-failed", cause: { message: "down" }, failure: also });
  }
  expect(heard).toEqual([]);
});

test("the last good answer stands in for its own key until it is too old", async () => {
  const clock = fakeClock();
  const price = policy({ name: "price", clock }, lastGood({ maxAge: 1_000, else: 0 }));
  await price.execute(() => 5, { key: "tea" });
  await price.execute(async () => 7, { key: "rice" });
  await clock.pass(1_000);
  const ask = (key: string) => price.execute<number>(down, { key });
  expect([await ask("tea"), await ask("rice"), await ask("salt")]).toEqual([5, 7, 0]);
  await clock.pass(1);
  expect(await ask("tea")).toBe(0);
});

test("without a last good answer and a value, the failure goes out", async () => {
  await expect(policy("price", lastGood()).execute(down)).rejects.toThrow("down");
});

test("the keys used last keep their answers", async () => {
  const price = policy("price", lastGood({ maxKeys: 10, else: "forgotten" }));
  await price.execute(() => "kept", { key: "in use" });
  for (let key = 0; key < 100; key += 1) {
    await price.execute(() => key, { key: `k${key}` });
    expect(await price.execute<string | number>(down, { key: "in use" })).toBe("kept");
  }
  expect(await price.execute<string | number>(down, { key: "k99" })).toBe(99);
  expect(await price.execute<string | number>(down, { key: "k0" })).toBe("forgotten");
});
