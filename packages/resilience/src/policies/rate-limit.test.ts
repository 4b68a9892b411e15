import * as fc from "fast-check";
import { expect, test } from "vitest";

import { circuitBreaker, policy, rateLimit, Signals, type RateLimitOptions, type Signal } from "../index.ts";
import { fakeClock } from "../proof/index.ts";

function limited(options: RateLimitOptions) {
  const clock = fakeClock();
  const signals = new Signals();
  const heard: Signal[] = [];
  signals.subscribe((signal) => heard.push(signal));
  return { clock, heard, shop: policy({ name: "shop", clock, signals }, rateLimit(options)) };
}

test("what is too much is refused with the time after which it is not", async () => {
  const { clock, heard, shop } = limited({ calls: 2, per: 1_000 });
  expect(await Promise.all([shop.execute(() => 1), shop.execute(() => 2)])).toEqual([1, 2]);
  await expect(shop.execute(() => 3)).rejects.toMatchObject({ code: "rate-limited", retryAfter: 500 });
  expect(heard).toEqual([{ kind: "rate-limited", policy: "shop", key: undefined, code: "rate-limited" }]);
  await clock.pass(500);
  await expect(shop.execute(() => 4)).resolves.toBe(4);
});

test("calls wait in the order of coming, up to the longest wait, and one timer serves all", async () => {
  const { clock, shop } = limited({ calls: 1, per: 100, maxWait: 250 });
  const times: [number, number][] = [];
  const calls = [0, 1, 2].map((which) => shop.execute(() => times.push([which, clock.now()])));
  await expect(shop.execute(() => 1)).rejects.toMatchObject({ retryAfter: 300 });
  expect(clock.running).toBe(1);
  await clock.pass(200);
  await Promise.all(calls);
  expect(times).toEqual([
    [0, 0],
    [1, 100],
    [2, 200],
  ]);
  expect(clock.running).toBe(0);
});

test("a place that is given up goes to the next; the last one takes the timer with it", async () => {
  const { clock, shop } = limited({ calls: 1, per: 100, maxWait: 1_000 });
  await shop.execute(() => 0);
  const caller = new AbortController();
  const given = shop.execute(() => 1, { signal: caller.signal }).catch((error: unknown) => error);
  const next = shop.execute(() => clock.now());
  caller.abort("gone");
  expect(await given).toBe("gone");
  await clock.pass(100);
  expect(await next).toBe(100);
  const other = new AbortController();
  const last = shop.execute(() => 1, { signal: other.signal }).catch((error: unknown) => error);
  other.abort("gone too");
  expect([await last, clock.running]).toEqual(["gone too", 0]);
});

test("a call that has not the time to wait is refused at once", async () => {
  const { shop } = limited({ calls: 1, per: 100, maxWait: 1_000 });
  await shop.execute(() => 0);
  await expect(shop.execute(() => 1, { deadline: 99 })).rejects.toMatchObject({ retryAfter: 100 });
});

test("a refusal from inside stays one after a wait", async () => {
  const clock = fakeClock();
  const parts = [
    rateLimit({ calls: 1, per: 100, maxWait: 100 }),
    circuitBreaker({ opensAfter: 1, halfOpenAfter: 60_000 }),
  ];
  const shop = policy({ name: "shop", clock }, ...parts);
  await shop.execute(() => Promise.reject(new Error("down"))).catch(() => undefined);
  const refused = shop.execute(() => 1).catch((error: unknown) => error);
  await clock.pass(100);
  expect(await refused).toMatchObject({ code: "circuit-open" });
});

test("each key has its own limit where that is wished, and the oldest is forgotten", async () => {
  const { shop } = limited({ calls: 1, per: 60_000, perKey: true, maxKeys: 4 });
  const ask = (key: string) =>
    shop.execute(() => "in", { key }).catch((error: { code: string }) => error.code);
  expect([await ask("a"), await ask("a"), await ask("b")]).toEqual(["in", "rate-limited", "in"]);
  for (const key of ["c", "d", "e", "f"]) await ask(key);
  expect([await ask("f"), await ask("a")]).toEqual(["rate-limited", "in"]);
});

test("impossible numbers are refused", () => {
  const usual = { calls: 1, per: 1 };
  for (const options of [{ calls: 0 }, { per: 0 }, { per: Infinity }, { burst: 0 }, { maxWait: -1 }])
    expect(() => rateLimit({ ...usual, ...options })).toThrow(RangeError);
});

test("let through as a plain token bucket would, in order, and nobody waits longer than said", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.nat({ max: 60 }), { maxLength: 60 }),
    fc.record({
      calls: fc.integer({ min: 1, max: 5 }),
      per: fc.integer({ min: 1, max: 100 }),
      burst: fc.integer({ min: 1, max: 6 }),
      maxWait: fc.nat({ max: 100 }),
    }),
    async (pauses, options) => {
      const { clock, shop } = limited(options);
      const made: { came: number; at: number; which: number }[] = [];
      let refused = 0;
      for (const [which, pause] of pauses.entries()) {
        await clock.pass(pause);
        const came = clock.now();
        void shop.execute(() => made.push({ which, came, at: clock.now() })).catch(() => (refused += 1));
      }
      await clock.pass(200);
      expect(made.length + refused).toBe(pauses.length);
      expect(made.map(({ which }) => which)).toEqual(
        made.map(({ which }) => which).toSorted((a, b) => a - b),
      );
      for (const { came, at } of made) expect(at - came).toBeLessThanOrEqual(options.maxWait + 1e-6);
      // Each call takes a token out of a bucket that holds `burst` and gets `calls` in `per`: it is never empty before.
      let tokens = options.burst;
      let last = 0;
      for (const { at } of made) {
        tokens = Math.min(options.burst, tokens + ((at - last) * options.calls) / options.per) - 1;
        last = at;
        expect(tokens).toBeGreaterThanOrEqual(-1e-6);
      }
      expect(clock.running).toBe(0);
    },
  );
  await fc.assert(property, { numRuns: 150 });
});
