import { getEventListeners } from "node:events";

import { expect, test } from "vitest";

import {
  circuitBreaker,
  countedFailures,
  totalTimeout,
  exponentialBackoff,
  policy,
  RefusedError,
  sampledFailures,
  Signals,
  timeout,
  type CircuitBreakerOptions,
} from "../index.ts";
import { fakeClock } from "../proof/index.ts";

const down = () => Promise.reject(new Error("down"));
const never = () => new Promise<never>(() => undefined);

function nodesWith(options: CircuitBreakerOptions) {
  const clock = fakeClock();
  const breaker = circuitBreaker(options);
  const nodes = policy(
    { name: "nodes", clock, isFailure: (error) => !(error instanceof TypeError) },
    breaker,
  );
  const call = (work: () => unknown, key?: string) =>
    nodes.execute(work, key === undefined ? {} : { key }).catch((error: unknown) => error);
  return { clock, breaker, nodes, call };
}

test("one bad node does not take the others with it", async () => {
  const { breaker, call } = nodesWith({ opensAfter: 1 });
  await call(down, "east");
  expect(await call(() => 1, "east")).toMatchObject({
    code: "circuit-open",
    message: expect.stringContaining("east"),
  });
  expect(await Promise.all([call(() => 1, "west"), call(() => 1)])).toEqual([1, 1]);
  expect([breaker.state("east").kind, breaker.state("west").kind, breaker.state().kind]).toEqual([
    "open",
    "closed",
    "closed",
  ]);
});

test("it stays open longer each time its probe fails, and says how long", async () => {
  const halfOpenAfter = exponentialBackoff({ initial: 1_000, max: 3_000, jitter: "none" });
  const { clock, call } = nodesWith({ opensAfter: 1, halfOpenAfter });
  const waits: unknown[] = [];
  for (let opening = 0; opening < 4; opening += 1) {
    await call(down);
    const refused = await call(() => 1);
    const wait = refused instanceof RefusedError ? (refused.retryAfter ?? 0) : 0;
    waits.push(wait);
    await clock.pass(wait);
  }
  expect(waits).toEqual([1_000, 2_000, 3_000, 3_000]);
  await call(() => 1);
  await call(down);
  expect(await call(() => 1)).toMatchObject({ retryAfter: 1_000 });
});

test("a probe that gives no answer for as long as the circuit was open counts as failed", async () => {
  const { clock, breaker, call } = nodesWith({ opensAfter: 1, halfOpenAfter: 1_000 });
  await call(down);
  await clock.pass(1_000);
  void call(never);
  await clock.pass(999);
  expect([await call(() => 1), breaker.state().kind]).toMatchObject([{ code: "circuit-open" }, "half-open"]);
  await clock.pass(1);
  expect([await call(() => 1), breaker.state().kind]).toMatchObject([{ code: "circuit-open" }, "open"]);
  await clock.pass(1_000);
  expect([await call(() => 1), breaker.state().kind]).toEqual([1, "closed"]);
});

test("a probe that its caller gives up makes room for another at once", async () => {
  const { clock, nodes, call, breaker } = nodesWith({ opensAfter: 1, halfOpenAfter: 1_000 });
  await call(down);
  await clock.pass(1_000);
  const caller = new AbortController();
  void nodes.execute(never, { signal: caller.signal });
  expect(await call(() => 1)).toMatchObject({ code: "circuit-open" });
  caller.abort();
  expect(getEventListeners(caller.signal, "abort")).toHaveLength(0);
  expect([await call(() => 1), breaker.state().kind]).toEqual([1, "closed"]);
});

test("a probe closes it with any answer of the dependency, also an error that is no failure", async () => {
  const { clock, call, breaker } = nodesWith({ opensAfter: 1, halfOpenAfter: 1_000 });
  await call(down);
  await clock.pass(1_000);
  await call(() => {
    throw new TypeError("not found");
  });
  expect(breaker.state().kind).toBe("closed");
});

test("a timeout counts; that the caller's time ran out does not", async () => {
  const clock = fakeClock();
  const breaker = circuitBreaker({ opensAfter: 1 });
  const nodes = policy({ name: "nodes", clock }, totalTimeout(1_000), breaker, timeout(300));
  const hurried = nodes.execute(never, { deadline: 100 }).catch((error: unknown) => error);
  await clock.pass(100);
  expect([await hurried, breaker.state().kind]).toMatchObject([{ code: "deadline-exceeded" }, "closed"]);
  const slow = nodes.execute(never).catch((error: unknown) => error);
  await clock.pass(300);
  expect([await slow, breaker.state().kind]).toMatchObject([{ code: "timeout" }, "open"]);
});

test("failed answers count, and come through", async () => {
  const breaker = circuitBreaker({ opensAfter: 2 });
  const shop = policy({ name: "shop", isFailedAnswer: (answer) => answer === 503 }, breaker);
  expect([await shop.execute(() => 503), await shop.execute(async () => 503)]).toEqual([503, 503]);
  expect(breaker.state().kind).toBe("open");
});

test("by hand it opens until it is closed by hand, and tells of it", async () => {
  const clock = fakeClock();
  const signals = new Signals();
  const told: unknown[] = [];
  signals.subscribe(({ kind, policy: name, key }) => told.push([kind, name, key]));
  const breaker = circuitBreaker();
  const nodes = policy({ name: "nodes", clock, signals }, breaker);
  const call = () => nodes.execute(() => 1, { key: "east" }).catch((error: unknown) => error);
  breaker.open("east");
  await clock.pass(1e9);
  expect(await call()).toMatchObject({ code: "circuit-open", retryAfter: undefined });
  breaker.close("east");
  expect(await call()).toBe(1);
  expect(told).toEqual([
    ["breaker-opened", "nodes", "east"],
    ["breaker-closed", "nodes", "east"],
  ]);
});

test("keys that only succeed take no memory, and those that recover give it back", async () => {
  const { breaker, call, clock } = nodesWith({ opensAfter: 2, halfOpenAfter: 1_000 });
  for (let node = 0; node < 1_000; node += 1) await call(() => 1, `node ${node}`);
  expect(breaker.keys).toBe(0);
  for (let node = 0; node < 10; node += 1) await call(down, `node ${node}`);
  expect(breaker.keys).toBe(10);
  for (let node = 0; node < 10; node += 1) await call(() => 1, `node ${node}`);
  expect(breaker.keys).toBe(0);
  await call(down, "east");
  await call(down, "east");
  await clock.pass(1_000);
  await call(() => 1, "east");
  expect(breaker.keys).toBe(0);
});

test("sampled keys are forgotten when their time is over, as others come", async () => {
  const opensAfter = sampledFailures({ share: 0.5, milliseconds: 1_000, minimum: 100 });
  const { breaker, call, clock } = nodesWith({ opensAfter });
  for (let node = 0; node < 500; node += 1) await call(node % 2 === 0 ? down : () => 1, `old ${node}`);
  expect(breaker.keys).toBe(500);
  await clock.pass(1_000);
  for (let node = 0; node < 500; node += 1) {
    await call(() => 1, `new ${node}`);
    await call(() => 1, "busy");
  }
  expect(breaker.keys).toBe(501);
});

test("of too many keys one that never failed goes first, then who failed longest ago, an open one last", async () => {
  const opensAfter = countedFailures({ share: 0.8, of: 5, minimum: 2 });
  const { breaker, call } = nodesWith({ opensAfter, maxKeys: 3 });
  await call(down, "open");
  await call(down, "open");
  await call(down, "failed long ago");
  await call(() => 1, "fine");
  await call(down, "failed");
  // "fine" has gone. The next success of a new key finds no room that it could take from a failure.
  await call(() => 1, "fine too");
  await call(down, "failed lately");
  expect(breaker.keys).toBe(3);
  const opensOnNext = async (key: string) => {
    await call(down, key);
    return breaker.state(key).kind;
  };
  expect(breaker.state("open").kind).toBe("open");
  expect(await opensOnNext("failed lately")).toBe("open");
  expect(await opensOnNext("failed")).toBe("open");
  expect(await opensOnNext("failed long ago")).toBe("closed");
  expect(breaker.keys).toBe(3);
});

test("impossible options are refused when the policy is written", () => {
  expect(() => circuitBreaker({ opensAfter: 0 })).toThrow(/consecutive failures/);
  expect(() => circuitBreaker({ probes: 0 })).toThrow(/number of probes/);
  expect(() => circuitBreaker({ maxKeys: 0.5 })).toThrow(/maxKeys/);
  expect(() => circuitBreaker({ halfOpenAfter: -1 })).toThrow(/0 ms or more/);
  expect(() => countedFailures({ share: 0, of: 5 })).toThrow(/more than 0 and at most 1/);
  expect(() => countedFailures({ share: 0.5, of: 5, minimum: 6 })).toThrow(/never reached/);
  expect(() => sampledFailures({ share: 0.5, milliseconds: Infinity, minimum: 1 })).toThrow(/end/);
});
