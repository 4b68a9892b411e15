import type { Policy } from "../../policy/policy.ts";
import { TestBench, type Work } from "./test-bench.ts";
import { faultNames, ruleFor, type FaultName } from "./faults.ts";
import { endOf, judge, type Promises } from "./judge.ts";
import { observe, observeOtherKeys, warm } from "./observe.ts";
import { Proof, type ProofResult } from "./proof.ts";

export interface ProveOptions {
  /** Which faults it is tried with. All of them where absent. */
  readonly faults?: readonly FaultName[];
  /** An answer that must not reach callers. Without it there is no fault of wrong data. */
  readonly wrongAnswer?: { readonly value: unknown };
  /** How long a late answer takes, in ms. A minute, or ten times `answersWithin` where that is longer. */
  readonly latency?: number;
  /** How many calls are made while a fault lasts. 500 where absent. */
  readonly calls?: number;
  /** How much time is between two of them, in ms. 10 where absent. */
  readonly every?: number;
  /** The same seed makes the same proof. 1 where absent. */
  readonly seed?: number;
}

/**
 * Tries a policy with faults of its dependency and tells which promises held. The policy is made anew for every fault, with a
 * clock that goes as fast as it can, and fault points, dice and signals of its own: nothing waits, and nothing outside is
 * touched: a retry budget that policies share begins anew, and a feature of a group is removed by its own `removal` but not by
 * the group. Not seen is what other policies would do to a shared budget meanwhile. What your own functions keep (`fallbackTo`,
 * `isFailure`) they keep. `work` stands in for the dependency while it is well; it must answer without waiting for anything real.
 * @throws RangeError when a number makes no sense; TypeError when nothing is promised.
 */
export async function prove(
  policy: Policy<unknown>,
  work: Work,
  promises: Promises,
  { faults = faultNames, wrongAnswer, calls = 500, every = 10, seed = 1, ...given }: ProveOptions = {},
): Promise<Proof> {
  if (Object.values(promises).every((promise) => promise === undefined))
    throw new TypeError("A proof needs at least one promise.");
  const { answersWithin = 0, recoversWithin = 0, ...most } = promises;
  const latency = given.latency ?? Math.max(60_000, 10 * answersWithin);
  for (const [name, value] of Object.entries({ ...promises, latency, every, calls }))
    if (typeof value === "number" && !(value >= 0 && value < Infinity))
      throw new RangeError(`\`${name}\` must be a number from 0, not ${value}.`);
  if (!(Number.isSafeInteger(calls) && calls > 0 && every > 0))
    throw new RangeError("A proof makes a whole number of calls, with some time between them.");
  const load = { calls, every, patience: latency + 600_000, recovery: 3 * recoversWithin };
  const make = () => new TestBench(policy, work, seed);
  const results: ProofResult[] = [await withoutFault(make())];
  for (const fault of faults) {
    const rule = ruleFor(fault, policy.name, { latency, wrongAnswer, seed });
    if (rule === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop -- one after the other, so that a failure is easy to follow
    const observed = await observe(make, rule, load);
    // oxlint-disable-next-line no-await-in-loop
    const others = most.isolatesKeys === undefined ? [] : await observeOtherKeys(make, rule, load);
    const judgements = judge(promises, observed, others, wrongAnswer, load);
    results.push(...judgements.map((judgement) => ({ fault, ...judgement })));
  }
  return new Proof(policy.name, results);
}

/** What fails by itself proves nothing about faults. */
async function withoutFault(bench: TestBench): Promise<ProofResult> {
  const outcome = await warm(bench);
  const held = outcome.kind === "own";
  return { promise: "answersWithoutFault", fault: "none", held, measured: held ? 0 : 1, why: endOf(outcome) };
}
