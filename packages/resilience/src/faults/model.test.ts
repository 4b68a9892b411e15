import * as fc from "fast-check";
import { expect, test } from "vitest";

import { FaultPoints, policy, type Effect, type FaultRule } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { Signals } from "../signals/signals.ts";
import { Dice } from "./dice.ts";

interface Asked {
  readonly tenant: string;
  readonly fails: boolean;
  readonly waits: boolean;
}

/** What came of a call: what the caller saw, when, whether the dependency was asked, and by which rules. */
interface Seen {
  readonly answer: unknown;
  readonly after: number;
  readonly asked: boolean;
  readonly rules: readonly string[];
}

const effect: fc.Arbitrary<Effect> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("latency" as const), milliseconds: fc.nat(500) }) },
  fc.record({ kind: fc.constant("status" as const), status: fc.constantFrom(429, 503) }),
  fc.record({ kind: fc.constant("data" as const), value: fc.constantFrom("stale", null) }),
  fc.record({ kind: fc.constant("hang" as const), milliseconds: fc.nat(500) }),
);

const rules: fc.Arbitrary<FaultRule[]> = fc
  .array(
    fc.record(
      {
        position: fc.constantFrom("before" as const, "instead" as const, "after" as const),
        effects: fc.array(effect, { minLength: 1, maxLength: 3 }),
        labels: fc.constantFrom({ tenant: "acme" }, { tenant: ["acme", "globex"] }),
        share: fc.constantFrom(0.3, 0.7, 1),
        first: fc.integer({ min: 1, max: 4 }),
        seed: fc.nat(5),
      },
      { requiredKeys: ["effects", "seed"] },
    ),
    { maxLength: 5 },
  )
  .map((drafts) => drafts.map((draft, n) => ({ id: `rule-${n}`, point: "reviews", ...draft })));

const calls = fc.array(
  fc.record({
    tenant: fc.constantFrom("acme", "globex", "initech"),
    fails: fc.boolean(),
    waits: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

/** The agreed meaning of rules, said as plainly as possible for one call after the other. */
function expected(given: readonly FaultRule[], sequence: readonly Asked[]): Seen[] {
  const memory = given.map(({ seed = 0 }) => ({ dice: new Dice(seed), left: 0 }));
  given.forEach(({ first = Infinity }, n) => (memory[n]!.left = first));
  return sequence.map(({ tenant, fails }) => {
    let after = 0;
    let end: { readonly answer: unknown } | undefined;
    let skipped = false;
    const hit: string[] = [];
    const pass = (position: string) => {
      given.forEach((rule, n) => {
        const { left, dice } = memory[n]!;
        if (end !== undefined || (rule.position ?? "before") !== position) return;
        if (rule.labels !== undefined && ![rule.labels["tenant"]].flat().includes(tenant)) return;
        if (left === 0) return;
        if (rule.share !== undefined && rule.share < 1 && dice.next() >= rule.share) return;
        memory[n]!.left -= 1;
        hit.push(rule.id);
        if (position === "instead") skipped = true;
        for (const happening of rule.effects) {
          if (end !== undefined) break;
          if (happening.kind === "latency") after += happening.milliseconds;
          else if (happening.kind === "hang") {
            after += happening.milliseconds ?? 60_000;
            end = { answer: "fault-hang" };
          } else if (happening.kind === "status") end = { answer: happening.status };
          else if (happening.kind === "data") end = { answer: happening.value };
        }
      });
    };
    pass("before");
    pass("instead");
    if (end !== undefined) return { answer: end.answer, after, asked: false, rules: hit };
    if (skipped) return { answer: undefined, after, asked: false, rules: hit };
    if (fails) return { answer: "down", after, asked: true, rules: hit };
    pass("after");
    return {
      answer: end === undefined ? "good" : (end as { answer: unknown }).answer,
      after,
      asked: true,
      rules: hit,
    };
  });
}

function surroundings(given: readonly FaultRule[]) {
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  points.source("test").replace(given);
  const signals = new Signals();
  const reviews = policy({ name: "reviews", clock, points, signals });
  const call = async ({ tenant, fails, waits }: Asked): Promise<Seen> => {
    const begun = clock.now();
    const told: string[] = [];
    let asked = false;
    const end = signals.subscribe(({ code = "" }) => told.push(code));
    const answer = await reviews
      .execute(
        () => {
          asked = true;
          if (fails) throw new Error("down");
          return waits ? Promise.resolve("good") : "good";
        },
        { labels: { tenant } },
      )
      .catch(
        (error: { status?: number; code?: string; message: string }) =>
          error.status ?? error.code ?? error.message,
      );
    end();
    return { answer, after: clock.now() - begun, asked, rules: told };
  };
  return { clock, call };
}

test("one call after the other meets what the rules say", async () => {
  await fc.assert(
    fc.asyncProperty(rules, calls, async (given, sequence) => {
      const { clock, call } = surroundings(given);
      const seen: Seen[] = [];
      for (const asked of sequence) {
        const waited = call(asked);
        await clock.pass(20_000);
        seen.push(await waited);
      }
      expect(seen).toEqual(expected(given, sequence));
      expect(clock.running).toBe(0);
    }),
    { numRuns: 300 },
  );
});

const withoutRules = ({ answer, after, asked }: Seen) => ({ answer, after, asked });

// What happens after a call throws its dice when the call is answered, so in the order of answers.
test("calls at the same time meet what they would have met one after the other", async () => {
  await fc.assert(
    fc.asyncProperty(rules, calls, async (given, sequence) => {
      const early = given.filter(({ position }) => position !== "after");
      const { clock, call } = surroundings(early);
      const all = Promise.all(sequence.map(call));
      await clock.pass(20_000);
      expect((await all).map(withoutRules)).toEqual(expected(early, sequence).map(withoutRules));
      expect(clock.running).toBe(0);
    }),
    { numRuns: 300 },
  );
});
