import { getEventListeners } from "node:events";

import { expect, test } from "vitest";

import {
  totalTimeout,
  policy,
  Signals,
  timeout,
  type CallContext,
  type Part,
  type Signal,
} from "../index.ts";
import { fakeClock } from "../proof/index.ts";

const hang = () => new Promise<never>(() => undefined);

/** Work that ends when its signal says so, with what the platform's own functions reject with. */
const obedient = ({ signal }: CallContext) =>
  new Promise<never>((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  });

function bounded(...parts: Part[]) {
  const clock = fakeClock();
  const signals = new Signals();
  const heard: Signal[] = [];
  signals.subscribe((signal) => heard.push(signal));
  const shop = policy({ name: "shop", clock, signals }, ...parts);
  const outcomes: unknown[] = [];
  const note = (answer: Promise<unknown>) =>
    void answer.then(
      (value) => outcomes.push([clock.now(), value]),
      (error: { code?: string }) => outcomes.push([clock.now(), error.code ?? error]),
    );
  return { clock, heard, shop, outcomes, note };
}

test("aggressive: the caller has its error on time, and what comes later is dropped", async () => {
  const { clock, heard, shop, outcomes, note } = bounded(timeout(100));
  const { promise, resolve } = Promise.withResolvers<string>();
  note(shop.execute(() => promise, { key: "k" }));
  note(shop.execute(obedient));
  await clock.pass(100);
  resolve("late");
  await clock.pass(1_000);
  expect(outcomes).toEqual([
    [100, "timeout"],
    [100, "timeout"],
  ]);
  expect(heard[0]).toEqual({ kind: "timeout", policy: "shop", key: "k", code: "timeout" });
});

test("cooperative: the work is told and waited for, and what it still gives is taken", async () => {
  const { clock, shop, outcomes, note } = bounded(timeout(100, { mode: "cooperative" }));
  const { promise, resolve } = Promise.withResolvers<string>();
  note(shop.execute(() => promise));
  note(shop.execute(obedient));
  await clock.pass(150);
  resolve("late");
  await clock.pass(0);
  expect(outcomes).toEqual([
    [100, "timeout"],
    [150, "late"],
  ]);
});

test("an answer at once is never late and starts no timer", async () => {
  const { clock, shop } = bounded(timeout(100), totalTimeout(200));
  const answer = shop.execute(() => "now");
  expect(clock.running).toBe(0);
  expect(await answer).toBe("now");
});

test("who gives the call up has its answer at once where the timeout is aggressive, and nothing stays behind", async () => {
  for (const part of [timeout(100), totalTimeout(100)]) {
    const { clock, heard, shop, outcomes, note } = bounded(part);
    const caller = new AbortController();
    note(shop.execute(hang, { signal: caller.signal }));
    await clock.pass(10);
    caller.abort("gone");
    await clock.pass(0);
    expect(outcomes).toEqual([[10, "gone"]]);
    expect([clock.running, heard, getEventListeners(caller.signal, "abort")]).toEqual([0, [], []]);
  }
});

test("who gives the call up waits for the work where the timeout is cooperative", async () => {
  const { clock, heard, shop, outcomes, note } = bounded(timeout(100, { mode: "cooperative" }));
  const caller = new AbortController();
  const { promise, resolve } = Promise.withResolvers<string>();
  note(shop.execute(() => promise, { signal: caller.signal }));
  caller.abort("gone");
  await clock.pass(500);
  resolve("done");
  await clock.pass(0);
  expect([outcomes, clock.running, heard]).toEqual([[[500, "done"]], 0, []]);
});

test("an abort while the work is being started counts too", async () => {
  const { clock, shop, outcomes, note } = bounded(timeout(100));
  const caller = new AbortController();
  const work = () => {
    caller.abort("gone");
    return hang();
  };
  note(shop.execute(work, { signal: caller.signal }));
  await clock.pass(0);
  expect([outcomes, clock.running]).toEqual([[[0, "gone"]], 0]);
});

test("a timeout leaves nothing on the caller's signal, even if the work never ends", async () => {
  const { clock, shop, outcomes, note } = bounded(timeout(100));
  const { signal } = new AbortController();
  note(shop.execute((context) => (context.signal.aborted ? "aborted" : hang()), { signal }));
  expect(getEventListeners(signal, "abort")).not.toEqual([]);
  await clock.pass(100);
  expect([outcomes, getEventListeners(signal, "abort")]).toEqual([[[100, "timeout"]], []]);
});

test("a deadline that is over already sends nothing", async () => {
  const { clock, heard, shop } = bounded(timeout(100));
  await clock.pass(50);
  let sent = false;
  const answer = shop.execute(() => (sent = true), { deadline: 50 });
  await expect(answer).rejects.toMatchObject({ code: "deadline-exceeded" });
  expect([sent, heard.length]).toEqual([false, 1]);
});

test("what is left of the deadline bounds the attempt, and being late is told once", async () => {
  const { clock, heard, shop, outcomes, note } = bounded(totalTimeout(100), timeout(80));
  note(shop.execute(hang, { deadline: 40 }));
  await clock.pass(40);
  expect(outcomes).toEqual([[40, "deadline-exceeded"]]);
  expect(heard).toHaveLength(1);
  expect(clock.running).toBe(0);
});

test("impossible limits are refused", () => {
  for (const limit of [0, -1, Number.NaN, Infinity]) expect(() => timeout(limit)).toThrow(RangeError);
});
