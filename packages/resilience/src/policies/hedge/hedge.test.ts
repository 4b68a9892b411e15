import { AsyncLocalStorage } from "node:async_hooks";

import { expect, test } from "vitest";

import { hedge, policy, timeout, type CallContext, type HedgeOptions } from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";

interface Copy {
  readonly at: number;
  readonly context: CallContext;
  readonly answer: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

/** A policy whose work answers when the test says so. */
function hedged(options: HedgeOptions, settings = {}) {
  const clock = fakeClock();
  const shop = policy({ name: "shop", clock, ...settings }, hedge(options));
  const copies: Copy[] = [];
  const work = (context: CallContext) => {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    copies.push({ at: clock.now(), context, answer: resolve, fail: reject });
    return promise;
  };
  return { clock, shop, copies, work };
}

test("a copy is started when there is no answer; the first good one counts and the other is given up", async () => {
  const { clock, shop, copies, work } = hedged({ after: 50 });
  const answer = shop.execute(work);
  await clock.pass(49);
  expect(copies).toHaveLength(1);
  await clock.pass(1);
  const [first, second] = copies;
  expect(second!.at).toBe(50);
  const { signal } = first!.context;
  second!.answer("second");
  expect(await answer).toBe("second");
  expect(signal.reason).toMatchObject({ code: "superseded", policy: "shop" });
  expect([second!.context.signal.aborted, clock.running]).toEqual([false, 0]);
});

test("an answer in time starts nothing and leaves no timer", async () => {
  const { clock, shop, copies, work } = hedged({ after: 50 });
  const answer = shop.execute(work);
  copies[0]!.answer("first");
  expect(await answer).toBe("first");
  expect([copies.length, clock.running]).toEqual([1, 0]);
});

test("it has failed when all have failed; a failed answer does not win while another copy runs", async () => {
  const { clock, shop, copies, work } = hedged(
    { after: 50, copies: 3 },
    { isFailedAnswer: (is: unknown) => is === 503 },
  );
  const answer = shop.execute(work);
  await clock.pass(100);
  expect(copies.map(({ at }) => at)).toEqual([0, 50, 100]);
  copies[1]!.answer(503);
  copies[0]!.fail(new Error("first"));
  copies[2]!.fail(new Error("last"));
  await expect(answer).rejects.toThrow("last");
  const other = shop.execute(work);
  await clock.pass(50);
  copies[3]!.fail(new Error("down"));
  copies[4]!.answer(503);
  expect(await other).toBe(503);
});

test("a failure before the time starts nothing: that is for retries", async () => {
  const { clock, shop, copies, work } = hedged({ after: 50 });
  const answer = shop.execute(work).catch((error: unknown) => error);
  copies[0]!.fail("down");
  expect(await answer).toBe("down");
  expect([copies.length, clock.running]).toEqual([1, 0]);
});

test("an error that is no failure of the dependency counts at once", async () => {
  const { clock, shop, copies, work } = hedged(
    { after: 50 },
    { isFailure: (error: unknown) => error !== "not found" },
  );
  const answer = shop.execute(work).catch((error: unknown) => error);
  await clock.pass(50);
  copies[1]!.fail("not found");
  expect(await answer).toBe("not found");
});

test("nothing is started for calls that are given up, have too little time, or may be made only once", async () => {
  const { clock, shop, copies, work } = hedged({ after: 50 });
  const caller = new AbortController();
  void shop.execute(work, { signal: caller.signal }).catch(() => undefined);
  void shop.execute(work, { deadline: 62 }).catch(() => undefined);
  void shop.execute(work, { idempotent: false }).catch(() => undefined);
  expect(clock.running).toBe(1);
  caller.abort("gone");
  expect(clock.running).toBe(0);
  void shop.execute(work, { deadline: 63 }).catch(() => undefined);
  await clock.pass(100);
  expect(copies).toHaveLength(5);
});

test("only a share of the calls is hedged, so that slowness does not double the load", async () => {
  const { clock, shop, copies, work } = hedged({ after: 50, maxShare: 0.1 });
  for (let call = 0; call < 1_000; call += 1) void shop.execute(work);
  await clock.pass(50);
  expect(copies.length).toBe(1_010);
  for (let round = 0; round < 100; round += 1) {
    for (let call = 0; call < 10; call += 1) void shop.execute(work);
    await clock.pass(50);
  }
  // Ten saved ones, and one for ten calls.
  expect(copies.length - 2_000).toBeGreaterThanOrEqual(109);
  expect(copies.length - 2_000).toBeLessThanOrEqual(110);
});

test("the delay follows what answers take", async () => {
  const { clock, shop, copies, work } = hedged({ after: { percentile: 0.9, initial: 1_000 }, maxShare: 1 });
  for (let call = 1; call <= 100; call += 1) {
    const answer = shop.execute(work);
    await clock.pass(call % 10 === 0 ? 200 : 20);
    copies.at(-1)!.answer("good");
    await answer;
  }
  const before = copies.length;
  void shop.execute(work);
  await clock.pass(19);
  expect(copies.length - before).toBe(1);
  await clock.pass(1);
  expect(copies.length - before).toBe(2);
});

test("each copy has a timeout of its own", async () => {
  const clock = fakeClock();
  const shop = policy({ name: "shop", clock }, hedge({ after: 50 }), timeout(80));
  const deadlines: number[] = [];
  const answer = shop.execute(({ deadline }) => {
    deadlines.push(deadline);
    return new Promise(() => undefined);
  });
  const error = answer.catch((reason: unknown) => reason);
  await clock.pass(130);
  expect(await error).toMatchObject({ code: "timeout" });
  expect([deadlines, clock.running]).toEqual([[80, 130], 0]);
});

test("a copy runs in the context of its call, wherever the timer rings", async () => {
  const request = new AsyncLocalStorage<string>();
  const { clock, shop } = hedged({ after: 50 });
  let copies = 0;
  const answer = request.run("mine", () =>
    shop.execute(() => {
      copies += 1;
      return copies === 1 ? new Promise(() => undefined) : Promise.resolve(request.getStore());
    }),
  );
  await request.run("another's", () => clock.pass(50));
  expect(await answer).toBe("mine");
});

test("impossible options are refused", () => {
  for (const options of [{ after: 0 }, { after: 1, copies: 1 }])
    expect(() => hedge(options)).toThrow(RangeError);
  expect(() => policy("shop", hedge({ after: 1, maxShare: 0 }))).toThrow(RangeError);
  expect(() => policy("shop", hedge({ after: { percentile: 95, initial: 1 } }))).toThrow(RangeError);
});

test("where the judges of the policy throw, the call fails with what they threw and nothing is left behind", async () => {
  const thrown = new Error("the judge");
  const judge = () => {
    throw thrown;
  };
  for (const settings of [{ isFailedAnswer: judge }, { isFailure: judge }]) {
    const { clock, shop, copies, work } = hedged({ after: 50 }, settings);
    const answer = shop.execute(work);
    await clock.pass(50);
    const { signal } = copies[1]!.context;
    if ("isFailedAnswer" in settings) copies[0]!.answer("odd");
    else copies[0]!.fail(new Error("down"));
    await expect(answer).rejects.toBe(thrown);
    expect([signal.aborted, clock.running]).toEqual([true, 0]);
  }
});
