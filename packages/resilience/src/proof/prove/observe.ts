import type { FaultRule } from "../../faults/rule.ts";
import type { TestBench, Made, Outcome } from "./test-bench.ts";

export interface Load {
  /** How many calls are made while the fault lasts. */
  readonly calls: number;
  /** A call is made every so many ms, whether those before it have ended or not, as callers do. */
  readonly every: number;
  /** How long a call is watched before it counts as never ending, in ms. */
  readonly patience: number;
  /** How long recovery is watched for, in ms. */
  readonly recovery: number;
}

/** What one fault did to one policy. */
export interface Observed {
  /** The outcomes of all calls that were made while the fault lasted; the first one was made alone. */
  readonly outcomes: readonly Outcome[];
  /** How often the dependency was asked for the first call, alone. */
  readonly attempts: number;
  /** How often it was asked for each of the calls, together. */
  readonly amplification: number;
  /** How long after the fault calls were answered by the dependency again, in ms; Infinity: not while it was watched. */
  readonly recovered: number;
}

/** So many answers of the dependency in a row are a recovery. */
const streak = 10;

/** The key whose calls fail while others are watched. */
const failingKey = "failing";

/** Lets the fault happen to one call, then to many, then ends it and looks how long the policy needs. */
export async function observe(make: () => TestBench, rule: FaultRule, load: Load): Promise<Observed> {
  const alone = make();
  await warm(alone);
  const asked = alone.attempts;
  alone.begin(rule);
  const first = await alone.settle(alone.call(), alone.clock.now() + load.patience);
  const attempts = alone.attempts - asked;

  const crowd = make();
  await warm(crowd);
  const before = crowd.attempts;
  crowd.begin(rule);
  const made = await rush(load.calls, load.every, crowd, () => crowd.call());
  const amplification = (crowd.attempts - before) / load.calls;
  const end = crowd.clock.now();
  crowd.end();
  const recovered = await recovery(crowd, end, load);
  // Whoever is still under way gets all of the patience.
  await crowd.clock.pass(load.patience);
  return {
    outcomes: [first, ...made.map(({ outcome }) => outcome)],
    attempts,
    amplification,
    recovered,
  };
}

/** The outcomes of calls with other keys, while all calls with one key meet the fault. */
export async function observeOtherKeys(
  make: () => TestBench,
  rule: FaultRule,
  load: Load,
): Promise<readonly Outcome[]> {
  const bench = make();
  await warm(bench);
  bench.begin({ ...rule, labels: { key: failingKey } });
  const others = await rush(load.calls, load.every, bench, (index) => {
    bench.call({ key: failingKey });
    return bench.call({ key: `well-${index % 10}` });
  });
  await bench.clock.pass(load.patience);
  return others.map(({ outcome }) => outcome);
}

/** One call before anything fails: there is a last good answer, and no excuse of a first call. */
export async function warm(bench: TestBench): Promise<Outcome> {
  return bench.settle(bench.call(), bench.clock.now() + 600_000);
}

async function rush(calls: number, every: number, bench: TestBench, call: (index: number) => Made) {
  const made: Made[] = [];
  for (let index = 0; index < calls; index += 1) {
    made.push(call(index));
    // oxlint-disable-next-line no-await-in-loop -- time passes between them
    await bench.clock.pass(every);
  }
  return made;
}

/** Looks every hundredth of the time that is watched, at most as often as calls are made. */
async function recovery(bench: TestBench, end: number, { every, recovery: watched }: Load): Promise<number> {
  const gap = Math.max(every, watched / 100);
  const since = () => bench.clock.now() - end;
  const probes: { readonly at: number; readonly made: Made }[] = [];
  while (since() <= watched + streak * gap) {
    probes.push({ at: since(), made: bench.call() });
    // oxlint-disable-next-line no-await-in-loop -- time passes between them
    await bench.clock.pass(gap);
    const latest = probes.slice(-streak);
    if (latest.length === streak && latest.every(({ made }) => made.outcome.kind === "own"))
      return latest[0]?.at ?? 0;
  }
  return Infinity;
}
