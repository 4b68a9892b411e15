import { getEventListeners } from "node:events";

import { expect, test } from "vitest";

import { policy } from "../index.ts";
import { Call } from "./call.ts";

const call = (outer?: AbortSignal | Call) => new Call(() => 1, {}, Infinity, 1, outer);

test("giving up the whole tells its parts, giving up a part not the whole", () => {
  const whole = call();
  const [one, other] = [whole.part(Infinity, 1), whole.part(Infinity, 2)];
  const told: string[] = [];
  one.whenGivenUp(() => told.push("one"));
  other.whenGivenUp(() => told.push("other"));
  one.giveUp("slow");
  expect([told, whole.givenUp, one.reason, other.givenUp]).toEqual([["one"], false, "slow", false]);
  whole.giveUp("over");
  expect([told, one.reason, other.reason]).toEqual([["one", "other"], "slow", "over"]);
});

test("the caller's signal has one listener for all that wait, and none when they do not", () => {
  const { signal } = new AbortController();
  const whole = call(signal);
  const ends = [1, 2, 3].map((attempt) => whole.part(Infinity, attempt).whenGivenUp(() => undefined));
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
  for (const end of ends) end();
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test("the signal that the work sees aborts with the caller's reason", () => {
  const caller = new AbortController();
  const part = call(caller.signal).part(Infinity, 1);
  const { signal } = part;
  caller.abort("gone");
  expect([signal.aborted, signal.reason]).toEqual([true, "gone"]);
  expect(call(caller.signal).signal.reason).toBe("gone");
});

test("calls inside a long one leave nothing on it, even where their work asked for the signal", async () => {
  const inner = policy("reviews");
  await policy("page").execute(
    async ({ signal }) => {
      for (let count = 0; count < 20; count += 1) await inner.execute(async (context) => context.signal);
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    },
    { signal: new AbortController().signal },
  );
});

test("a call that was given up before it began is not made", async () => {
  let made = false;
  const answer = policy("reviews").execute(() => (made = true), { signal: AbortSignal.abort("gone") });
  await expect(answer).rejects.toBe("gone");
  expect(made).toBe(false);
});

test("a signal asked for when the call is over leaves nothing on the caller's", async () => {
  const { signal } = new AbortController();
  const shop = policy("shop");
  const context = await shop.execute((given) => given, { signal });
  expect(context.signal.aborted).toBe(false);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

test.each(["page", "shop"])("inside another call either gives it up: here the %s", async (which) => {
  const callers = { page: new AbortController(), shop: new AbortController() };
  const reason = policy("page").execute(
    () =>
      policy("shop").execute(
        ({ signal }) =>
          new Promise((resolve) => signal.addEventListener("abort", () => resolve(signal.reason))),
        { signal: callers.shop.signal },
      ),
    { signal: callers.page.signal },
  );
  callers[which === "page" ? "page" : "shop"].abort(which);
  expect(await reason).toBe(which);
  for (const { signal } of Object.values(callers)) expect(getEventListeners(signal, "abort")).toHaveLength(0);
});

const never = () => new Promise<never>(() => undefined);

test("however many calls one signal bounds, it has one listener: looking through thousands would make each call slow", () => {
  const { signal } = new AbortController();
  const shop = policy("shop");
  for (let count = 0; count < 100; count += 1)
    void shop.execute((context) => (context.signal.aborted ? 1 : never()), { signal });
  expect(getEventListeners(signal, "abort")).toHaveLength(1);
});
