import { expect, test } from "vitest";

import { circuitBreaker, policy, Signals } from "../../index.ts";
import { fakeClock } from "../../proof/index.ts";

/*
 * Two calls begin while the circuit is closed and are still under way when it opens, half-opens and two probes begin. Then all
 * four settle, in each of the 24 orders and with each of the 16 outcomes. The stragglers must make no difference: every change of
 * state is the one that the probes alone lead to.
 */

type Name = "straggler 1" | "straggler 2" | "probe 1" | "probe 2";
const names: readonly Name[] = ["straggler 1", "straggler 2", "probe 1", "probe 2"];

interface Ending {
  readonly name: Name;
  readonly fails: boolean;
}

async function play(endings: readonly Ending[], key: string | undefined): Promise<string[]> {
  const clock = fakeClock();
  const signals = new Signals();
  const told: string[] = [];
  signals.subscribe(({ kind }) => told.push(kind));
  const breaker = circuitBreaker({ opensAfter: 1, halfOpenAfter: 1_000, probes: 2 });
  const nodes = policy({ name: "nodes", clock, signals }, breaker);
  const options = key === undefined ? {} : { key };
  const begin = () => {
    const ending = Promise.withResolvers<string>();
    const ended = nodes.execute(() => ending.promise, options).catch(() => "failed");
    return { ...ending, ended };
  };
  const [first, second] = [begin(), begin()];
  await nodes.execute(() => Promise.reject(new Error("down")), options).catch(() => undefined);
  await clock.pass(1_000);
  const calls = { "straggler 1": first, "straggler 2": second, "probe 1": begin(), "probe 2": begin() };
  for (const { name, fails } of endings) {
    if (fails) calls[name].reject(new Error("down"));
    else calls[name].resolve("good");
    await calls[name].ended;
  }
  return [...told, breaker.state(key).kind];
}

function changes(endings: readonly Ending[]): string[] {
  const probes = endings.filter(({ name }) => name.startsWith("probe"));
  const opened = ["breaker-opened", "breaker-half-opened"];
  return probes.some(({ fails }) => fails)
    ? [...opened, "breaker-opened", "open"]
    : [...opened, "breaker-closed", "closed"];
}

function orders<T>(of: readonly T[]): T[][] {
  if (of.length === 0) return [[]];
  return of.flatMap((first) => orders(of.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}

test.each([undefined, "east"])("late results change nothing, in any order (key: %s)", async (key) => {
  for (const order of orders(names))
    for (let outcomes = 0; outcomes < 16; outcomes += 1) {
      const endings = order.map((name) => ({ name, fails: (outcomes & (1 << names.indexOf(name))) !== 0 }));
      expect([endings, await play(endings, key)]).toEqual([endings, changes(endings)]);
    }
});

/** A circuit that opened and closed again, with one failure since, while a call from before is still under way. */
async function closedAgain(key: string | undefined) {
  const clock = fakeClock();
  const breaker = circuitBreaker({ opensAfter: 2, halfOpenAfter: 1_000 });
  const nodes = policy({ name: "nodes", clock }, breaker);
  const options = key === undefined ? {} : { key };
  const fail = () => nodes.execute(() => Promise.reject(new Error("down")), options).catch(() => undefined);
  const late = Promise.withResolvers<string>();
  const ended = nodes.execute(() => late.promise, options).catch(() => "failed");
  await fail();
  await fail();
  await clock.pass(1_000);
  await nodes.execute(() => "good", options);
  await fail();
  return { breaker, fail, late, ended };
}

test.each([undefined, "east"])(
  "a late failure does not count in the window after the closing, a later one does (key: %s)",
  async (key) => {
    const { breaker, fail, late, ended } = await closedAgain(key);
    late.reject(new Error("down"));
    await ended;
    expect(breaker.state(key).kind).toBe("closed");
    await fail();
    expect(breaker.state(key).kind).toBe("open");
  },
);

test.each([undefined, "east"])(
  "a late success does not end a row of failures after the closing (key: %s)",
  async (key) => {
    const { breaker, fail, late, ended } = await closedAgain(key);
    late.resolve("good");
    await ended;
    await fail();
    expect(breaker.state(key).kind).toBe("open");
  },
);
