import { getEventListeners } from "node:events";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import {
  circuitBreaker,
  constantBackoff,
  totalTimeout,
  policy,
  RefusedError,
  retry,
  Signals,
  timeout,
  type RetryOptions,
} from "../index.ts";
import { fakeClock } from "../proof/index.ts";

/** What an attempt comes to. `wrong`: an error that is no failure of the dependency. */
type Outcome =
  | { readonly kind: "good" | "error" | "failed-answer" | "wrong" }
  | { readonly kind: "retry-after"; readonly milliseconds: number }
  | { readonly kind: "refused"; readonly code: "circuit-open" | "bulkhead-full" };

const outcome = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Outcome>({ kind: "error" }, { kind: "failed-answer" }) },
  { weight: 2, arbitrary: fc.constantFrom<Outcome>({ kind: "good" }, { kind: "wrong" }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Outcome>(
      { kind: "refused", code: "circuit-open" },
      { kind: "refused", code: "bulkhead-full" },
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .integer({ min: 0, max: 100_000 })
      .map((milliseconds): Outcome => ({ kind: "retry-after", milliseconds })),
  },
);

interface Played {
  readonly starts: number[];
  readonly ended: string;
  readonly code: string | undefined;
}

interface Scene {
  readonly outcomes: readonly Outcome[];
  readonly attempts: number;
  readonly backoff: number;
  readonly until: number;
  readonly takesLong: number;
  readonly immediate: boolean;
}

/** The rules in their plainest form. */
function expected({ outcomes, attempts, backoff, until, takesLong, immediate }: Scene): Played {
  const starts: number[] = [];
  let now = 0;
  for (let attempt = 1; ; attempt += 1) {
    starts.push(now);
    const came = outcomes[attempt - 1] ?? { kind: "good" };
    if (!immediate) now += takesLong;
    const ended = came.kind;
    if (came.kind === "good" || came.kind === "wrong" || came.kind === "refused")
      return { starts, ended, code: undefined };
    const asked = came.kind === "retry-after" ? came.milliseconds : 0;
    const next = now + Math.max(backoff, asked);
    if (attempt === attempts) return { starts, ended, code: "attempts-used-up" };
    if (asked > 60_000) return { starts, ended, code: "retry-after-too-long" };
    if (next >= until) return { starts, ended, code: "deadline-too-near" };
    now = next;
  }
}

async function play({ outcomes, attempts, backoff, until, takesLong, immediate }: Scene): Promise<Played> {
  const clock = fakeClock();
  const signals = new Signals();
  let code: string | undefined;
  signals.subscribe((signal) => (code = signal.code));
  const settings = {
    name: "reviews",
    clock,
    signals,
    isFailure: (error: unknown) => !(error instanceof Error && error.message === "wrong"),
    isFailedAnswer: (answer: unknown) => answer === "failed-answer",
  };
  const starts: number[] = [];
  const act = (attempt: number) => {
    const came = outcomes[attempt - 1] ?? { kind: "good" };
    if (came.kind === "good" || came.kind === "failed-answer") return came.kind;
    if (came.kind === "refused") throw new RefusedError(came.code, "shop", "no");
    const error = new Error(came.kind);
    throw came.kind === "retry-after" ? Object.assign(error, { retryAfter: came.milliseconds }) : error;
  };
  const answer = policy(settings, retry({ attempts, backoff, budget: false })).execute(
    ({ attempt }) => {
      starts.push(clock.now());
      if (immediate) return act(attempt);
      return new Promise((resolve) => clock.start(takesLong, () => resolve(undefined))).then(() =>
        act(attempt),
      );
    },
    { deadline: until },
  );
  const ended = answer.then(String, (error: unknown) =>
    error instanceof RefusedError ? "refused" : error instanceof Error ? error.message : "nothing",
  );
  await clock.pass(1_000_000);
  expect(clock.running).toBe(0);
  return { starts, ended: await ended, code };
}

test("attempts start when the rules say, until the rules say stop, and the last outcome goes out", async () => {
  const scene = fc.record({
    outcomes: fc.array(outcome, { maxLength: 8 }),
    attempts: fc.integer({ min: 1, max: 6 }),
    backoff: fc.constantFrom(0, 1, 250),
    until: fc.constantFrom(Infinity, 1_000, 60_000),
    takesLong: fc.constantFrom(0, 10, 300),
    immediate: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(scene, async (given) => {
      expect(await play(given)).toEqual(expected(given));
    }),
    { numRuns: 300 },
  );
});

const failing = () => Promise.reject(new Error("down"));

test("a call that is given up while it waits ends at once with the reason, and leaves nothing behind", async () => {
  const clock = fakeClock();
  const caller = new AbortController();
  const answer = policy({ name: "reviews", clock }, retry({ backoff: 5_000 })).execute(failing, {
    signal: caller.signal,
  });
  const ended = answer.catch((error: unknown) => [error, clock.now()]);
  await clock.pass(1_000);
  expect([clock.running, getEventListeners(caller.signal, "abort").length]).toEqual([1, 1]);
  caller.abort("gone");
  expect(await ended).toEqual(["gone", 1_000]);
  expect([clock.running, getEventListeners(caller.signal, "abort").length]).toEqual([0, 0]);
});

test("a call that was given up while an attempt was made is not made again", async () => {
  const caller = new AbortController();
  let attempts = 0;
  const answer = policy("reviews", retry({ backoff: 0 })).execute(
    () => {
      attempts += 1;
      caller.abort("gone");
      return Promise.reject(new Error("late"));
    },
    { signal: caller.signal },
  );
  await expect(answer).rejects.toThrow("late");
  expect(attempts).toBe(1);
});

test("attempts, the waits between them and their timers end with the deadline", async () => {
  const clock = fakeClock();
  const slow = policy(
    { name: "reviews", clock },
    totalTimeout(1_000),
    retry({ backoff: 400, attempts: 9 }),
    timeout(300),
  );
  const answer = slow.execute(() => new Promise(() => undefined)).catch((error: unknown) => error);
  await clock.pass(2_000);
  expect(await answer).toMatchObject({ code: "deadline-exceeded" });
  expect(clock.running).toBe(0);
});

async function attemptsAtRefusals(options: RetryOptions): Promise<[number, boolean]> {
  const clock = fakeClock();
  let attempts = 0;
  const answer = policy({ name: "reviews", clock }, retry({ backoff: 0, ...options }))
    .execute(() => {
      attempts += 1;
      throw new RefusedError("bulkhead-full", "shop", "full", 20);
    })
    .catch((error: unknown) => error);
  await clock.pass(1_000);
  return [attempts, (await answer) instanceof RefusedError];
}

test("refusals are retried where retryIf says so, and stay refusals", async () => {
  expect(await attemptsAtRefusals({})).toEqual([1, true]);
  expect(await attemptsAtRefusals({ retryIf: (failure) => failure instanceof RefusedError })).toEqual([
    3,
    true,
  ]);
});

test("a refusal by a breaker inside stays one after attempts that failed", async () => {
  const clock = fakeClock();
  const reviews = policy(
    { name: "reviews", clock },
    retry({ attempts: 9, backoff: constantBackoff(10) }),
    circuitBreaker({ opensAfter: 2, halfOpenAfter: 60_000 }),
  );
  let attempts = 0;
  const call = () =>
    reviews.execute(() => {
      attempts += 1;
      return failing();
    });
  const first = call().catch((error: unknown) => error);
  await clock.pass(1_000);
  expect(await first).toMatchObject({ code: "circuit-open", retryAfter: 60_000 - 10 });
  await expect(call()).rejects.toMatchObject({ code: "circuit-open" });
  expect(attempts).toBe(2);
});

test("impossible options are refused when the policy is written", () => {
  expect(() => retry({ attempts: 0 })).toThrow(/whole number of attempts/);
  expect(() => retry({ attempts: 1.5 })).toThrow(RangeError);
  expect(() => retry({ maxRetryAfter: -1 })).toThrow(/maxRetryAfter/);
  expect(() => retry({ backoff: -1 })).toThrow(/0 ms or more/);
});

test("a retryAfter that is no time is as if it were not there", async () => {
  const clock = fakeClock();
  const nodes = policy({ name: "nodes", clock }, retry({ attempts: 2, backoff: 100 }));
  const begun: number[] = [];
  const call = nodes.execute(() => {
    begun.push(clock.now());
    return begun.length > 1
      ? "good"
      : Promise.reject(Object.assign(new Error("busy"), { retryAfter: Number.NaN }));
  });
  await clock.pass(100);
  expect(await call).toBe("good");
  expect(begun).toEqual([0, 100]);
});
