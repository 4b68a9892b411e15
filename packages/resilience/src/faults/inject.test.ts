import { expect, test } from "vitest";

import {
  totalTimeout,
  FaultPoints,
  isInjected,
  policy,
  timeout,
  type FaultRule,
  type Signal,
} from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { Signals } from "../signals/signals.ts";

function place(...rules: readonly FaultRule[]) {
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  const source = points.source("test");
  source.replace(rules);
  const signals = new Signals();
  const told: Signal[] = [];
  signals.subscribe((signal) => told.push(signal));
  const settings = { name: "reviews", clock, points, signals, random: () => 0.5 };
  return { clock, source, settings, told, reviews: policy(settings), points };
}

const at = (id: string, ...effects: FaultRule["effects"]): FaultRule => ({ id, point: "reviews", effects });

/** What became of a promise, and when on the clock. */
function watch(promise: Promise<unknown>, clock: { now(): number }) {
  const seen: { value?: unknown; error?: unknown; at?: number } = {};
  void promise.then(
    (value) => Object.assign(seen, { value, at: clock.now() }),
    (error: unknown) => Object.assign(seen, { error, at: clock.now() }),
  );
  return seen;
}

test("latency: exactly so long before the call, jitter by the dice, and latencies of several rules add up", async () => {
  const { clock, reviews } = place(
    at("slow", { kind: "latency", milliseconds: 200, jitter: 100 }),
    at("slower", { kind: "latency", milliseconds: 1_000 }),
  );
  let askedAt = -1;
  const seen = watch(
    reviews.execute(() => {
      askedAt = clock.now();
      return "good";
    }),
    clock,
  );
  await clock.pass(2_000);
  expect([askedAt, seen]).toEqual([1_250, { value: "good", at: 1_250 }]);
  expect(clock.running).toBe(0);
});

test("exception: with its name, message and properties, an error of the language where it names one, and marked", async () => {
  const { reviews, told } = place(
    at("reset", {
      kind: "exception",
      name: "TypeError",
      message: "fetch failed",
      properties: { code: "ECONNRESET", cause: { port: 80 } },
    }),
  );
  const error = await reviews.execute(() => "never", { key: "eu" }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: "fetch failed", code: "ECONNRESET", cause: { port: 80 } });
  expect(isInjected(error)).toBe(true);
  expect(told).toEqual([{ kind: "fault-injected", policy: "reviews", key: "eu", code: "reset" }]);
});

test.each([
  ["PrismaClientKnownRequestError", Error],
  ["AbortError", DOMException],
  ["constructor", Error],
])("exception: an error called %s", async (name, kind) => {
  const { reviews } = place(at("down", { kind: "exception", name }));
  const error = await reviews.execute(() => "never").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(kind);
  expect(error).toMatchObject({ name, message: "reviews failed (injected)." });
});

test("what was not injected is not marked", async () => {
  const { reviews } = place();
  const error = await reviews.execute(() => Promise.reject(new Error("down"))).catch((e: unknown) => e);
  expect([isInjected(error), isInjected(undefined), isInjected("injected"), isInjected({})]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

test("status: with how long to wait", async () => {
  const { reviews } = place(at("down", { kind: "status", status: 503, retryAfter: 2_000 }));
  await expect(reviews.execute(() => "never")).rejects.toMatchObject({
    name: "FaultStatusError",
    code: "fault-status",
    point: "reviews",
    status: 503,
    retryAfter: 2_000,
    message: "reviews answered with status 503 (injected).",
  });
});

test("data: every call has its own copy, and a key called __proto__ changes no prototype", async () => {
  const value: unknown = JSON.parse('{"list":[1],"__proto__":{"admin":true}}');
  const { reviews } = place(at("stale", { kind: "data", value }), at("behind", { kind: "hang" }));
  const answer = (await reviews.execute(() => "never")) as unknown as { list: number[]; admin?: boolean };
  answer.list.push(2);
  expect(Object.getPrototypeOf(answer)).toBe(Object.prototype);
  expect(answer.admin).toBeUndefined();
  expect(await reviews.execute(() => "never")).toMatchObject({ list: [1] });
  const down = place(
    at("down", { kind: "exception", properties: JSON.parse('{"__proto__":{"admin":true}}') }),
  );
  const error = await down.reviews.execute(() => "never").catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect((error as { admin?: boolean }).admin).toBeUndefined();
});

test("hang: until the timeout, the caller or the deadline gives the call up, and leaves no timer", async () => {
  const { clock, settings } = place(at("hung", { kind: "hang" }));
  const bounded = watch(
    policy(settings, timeout(300)).execute(() => "never"),
    clock,
  );
  const late = watch(
    policy(settings, totalTimeout(500)).execute(() => "never"),
    clock,
  );
  const caller = new AbortController();
  const aborted = watch(
    policy(settings).execute(() => "never", { signal: caller.signal }),
    clock,
  );
  await clock.pass(300);
  expect(bounded).toMatchObject({ error: { code: "timeout" }, at: 300 });
  await clock.pass(100);
  caller.abort("enough");
  await clock.pass(0);
  expect(aborted).toMatchObject({ error: "enough", at: 400 });
  await clock.pass(100);
  expect(late).toMatchObject({ error: { code: "deadline-exceeded" }, at: 500 });
  expect(clock.running).toBe(0);
});

test("hang: a call that nobody gives up fails after a minute, or after what the rule says", async () => {
  const { clock, reviews } = place(at("hung", { kind: "hang" }));
  const seen = watch(
    reviews.execute(() => "never"),
    clock,
  );
  await clock.pass(60_000);
  expect(seen).toMatchObject({ error: { code: "fault-hang", milliseconds: 60_000 }, at: 60_000 });
  expect(isInjected(seen.error)).toBe(true);
  const shorter = place(at("hung", { kind: "hang", milliseconds: 50 }));
  const soon = watch(
    shorter.reviews.execute(() => "never"),
    shorter.clock,
  );
  await shorter.clock.pass(50);
  expect(soon).toMatchObject({ error: { code: "fault-hang" }, at: 50 });
});

test("calls that wait in a rule go on when it is taken back, and when its lease ends", async () => {
  const { clock, source, reviews } = place();
  const hung = [at("hung", { kind: "hang" }, { kind: "status", status: 503 })];
  source.replace(hung);
  const taken = watch(
    reviews.execute(() => "good"),
    clock,
  );
  await clock.pass(1_000);
  source.replace(hung, { lease: 1_000 });
  const leased = watch(
    reviews.execute(() => "good"),
    clock,
  );
  await clock.pass(0);
  expect([taken, leased]).toEqual([{}, {}]);
  await clock.pass(900);
  expect(source.renew(1_000)).toBe(true);
  await clock.pass(999);
  expect(leased).toEqual({});
  await clock.pass(1);
  expect(leased).toEqual({ value: "good", at: 2_900 });
  expect(taken).toEqual({ value: "good", at: 2_900 });
  source.replace(hung);
  const released = watch(
    reviews.execute(() => "good"),
    clock,
  );
  await clock.pass(100);
  source.clear();
  await clock.pass(0);
  expect(released).toEqual({ value: "good", at: 3_000 });
  expect(clock.running).toBe(0);
});

test("before, instead and after the call", async () => {
  const asked: string[] = [];
  const run = async (rule: FaultRule) => {
    const { reviews, clock } = place(rule);
    const answer = reviews.execute(() => {
      asked.push(rule.id);
      return "good";
    });
    const seen = watch(answer, clock);
    await clock.pass(10);
    return seen;
  };
  const latency = { kind: "latency", milliseconds: 10 } as const;
  const status = { kind: "status", status: 500 } as const;
  const data = { kind: "data", value: "old" } as const;
  expect(await run({ ...at("1", latency), position: "before" })).toEqual({ value: "good", at: 10 });
  expect(await run({ ...at("2", status), position: "before" })).toMatchObject({ error: { status: 500 } });
  expect(await run({ ...at("3", latency), position: "instead" })).toEqual({ value: undefined, at: 10 });
  expect(await run({ ...at("4", data), position: "instead" })).toEqual({ value: "old", at: 0 });
  expect(await run({ ...at("5", latency), position: "after" })).toEqual({ value: "good", at: 10 });
  expect(await run({ ...at("6", status), position: "after" })).toMatchObject({ error: { status: 500 } });
  expect(await run({ ...at("7", latency, data), position: "after" })).toEqual({ value: "old", at: 10 });
  expect(asked).toEqual(["1", "5", "6", "7"]);
});

test("a call that failed by itself is left alone, and does not count as one of the first", async () => {
  const { reviews } = place({ ...at("odd", { kind: "data", value: "old" }), position: "after", first: 1 });
  await expect(reviews.execute(() => Promise.reject(new Error("down")))).rejects.toThrow("down");
  expect(await reviews.execute(async () => "good")).toBe("old");
  expect(await reviews.execute(async () => "good")).toBe("good");
});

test("the first that ends the call wins; those behind it do not count", async () => {
  const { reviews, points, told } = place(
    { ...at("first", { kind: "status", status: 503 }), first: 2 },
    { ...at("second", { kind: "status", status: 500 }), first: 1 },
  );
  const statuses = [];
  for (let call = 0; call < 4; call += 1)
    statuses.push(await reviews.execute(() => "good").catch((error: { status: number }) => error.status));
  expect(statuses).toEqual([503, 503, 500, "good"]);
  expect(points.list().map(({ injected }) => injected)).toEqual([2, 1]);
  expect(told.map(({ code }) => code)).toEqual(["first", "first", "second"]);
});

test("the first N are N, however many calls come at once", async () => {
  const { clock, reviews } = place({
    ...at("cold", { kind: "latency", milliseconds: 100 }, { kind: "status", status: 503 }),
    first: 7,
  });
  const all = Promise.allSettled(Array.from({ length: 50 }, () => reviews.execute(() => "good")));
  await clock.pass(100);
  const failed = (await all)
    .map(({ status }) => status)
    .flatMap((status, n) => (status === "rejected" ? [n] : []));
  expect(failed).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test("answers that need no waiting stay synchronous inside the policy", () => {
  const { reviews, source } = place(at("stale", { kind: "data", value: "old" }));
  const order: string[] = [];
  void reviews.execute(() => "never").then(() => order.push("answered"));
  queueMicrotask(() => order.push("one microtask"));
  source.clear();
  return Promise.resolve().then(() => expect(order).toEqual(["answered", "one microtask"]));
});
