import { expect, test } from "vitest";

import { type ActivityRun, type Journal, startJournal, type SteadyState } from "./journal.ts";
import { type Evidence, judge } from "./verdict.ts";

const start = "2026-01-01T00:00:00+00:00";

function run(type: string, name: string, more: Partial<ActivityRun> = {}, provider = "process"): ActivityRun {
  return {
    activity: { type, name, provider: { type: provider } },
    output: { status: 0 },
    start,
    status: "succeeded",
    ...more,
  };
}

function state(met: boolean, probe: ActivityRun = run("probe", "well")): SteadyState {
  return { steady_state_met: met, probes: [probe] };
}

interface Given {
  readonly before?: SteadyState;
  readonly during?: SteadyState[];
  readonly after?: SteadyState;
  readonly run?: ActivityRun[];
  readonly rolledBack?: ActivityRun[];
  readonly status?: Journal["status"];
}

function evidence(given: Given, more: Partial<Evidence> = {}): Evidence {
  const journal: Journal = {
    ...startJournal({}, start),
    status: given.status ?? "completed",
    steady_states: { before: given.before ?? null, during: given.during ?? [], after: given.after ?? null },
    run: given.run ?? [],
    rollbacks: given.rolledBack ?? [],
  };
  return { journal, dry: null, rollbacks: 0, stuck: 0, stopped: null, crashed: null, ...more };
}

const acts = run("action", "acts");
const met = { before: state(true), after: state(true), run: [acts] };

test.each<[string, Evidence, string]>([
  ["met before and after", evidence(met), "held"],
  ["without any action", evidence({ ...met, run: [] }), "held"],
  ["with rollbacks that were played", evidence({ ...met, rolledBack: [acts] }, { rollbacks: 1 }), "held"],
  ["not met after", evidence({ ...met, after: state(false) }), "deviated"],
  ["not met once during", evidence({ ...met, during: [state(true), state(false)] }), "deviated"],
  [
    "a probe that fails only after",
    evidence({ ...met, after: state(false, run("probe", "p", { status: "failed" })), status: "failed" }),
    "deviated",
  ],
  [
    "a probe that fails, never seen before",
    evidence({ run: [acts], after: state(false, run("probe", "p", { status: "failed" })), status: "failed" }),
    "inconclusive",
  ],
  ["not met to begin with", evidence({ before: state(false) }), "gate-not-met"],
  [
    "a gate that could not tell",
    evidence({ before: state(false, run("probe", "p", { status: "failed" })), status: "failed" }),
    "inconclusive",
  ],
  ["nothing was checked", evidence({ run: [acts] }), "inconclusive"],
  [
    "an action that failed",
    evidence({ ...met, run: [run("action", "acts", { status: "failed" })] }),
    "inconclusive",
  ],
  [
    "an action whose process said no",
    evidence({ ...met, run: [run("action", "acts", { output: { status: 1 } })] }),
    "inconclusive",
  ],
  [
    "an action whose server said no",
    evidence({ ...met, run: [run("action", "acts", { output: { status: 503 } }, "http")] }),
    "inconclusive",
  ],
  ["a dry run", evidence(met, { dry: "actions" }), "inconclusive"],
  ["only pauses are dry", evidence(met, { dry: "pause" }), "held"],
  ["interrupted", evidence({ ...met, status: "interrupted" }), "inconclusive"],
  ["broken off", evidence({ status: "aborted" }, { crashed: "No order." }), "inconclusive"],
  [
    "halted",
    evidence({ ...met, status: "aborted" }, { stopped: { by: "halt", because: "Halted." } }),
    "inconclusive",
  ],
  [
    "a stop condition after the method began",
    evidence({ ...met, status: "aborted" }, { stopped: { by: "condition", because: "Errors." } }),
    "deviated",
  ],
  [
    "a stop condition before anything",
    evidence({ status: "aborted" }, { stopped: { by: "condition", because: "Errors." } }),
    "inconclusive",
  ],
  ["a fault that could not be undone", evidence(met, { stuck: 1 }), "fault-left-behind"],
  [
    "rollbacks that were not played",
    evidence({ ...met, status: "interrupted" }, { rollbacks: 1 }),
    "fault-left-behind",
  ],
  [
    "a rollback that failed",
    evidence({ ...met, rolledBack: [run("action", "mend", { status: "failed" })] }, { rollbacks: 1 }),
    "fault-left-behind",
  ],
  [
    "a rollback whose process said no",
    evidence({ ...met, rolledBack: [run("action", "mend", { output: { status: 2 } })] }, { rollbacks: 1 }),
    "fault-left-behind",
  ],
  [
    "rollbacks not played after probes only",
    evidence({ ...met, run: [run("probe", "look")] }, { rollbacks: 1 }),
    "held",
  ],
  [
    "faults of Morrow need no rollback",
    evidence({ ...met, run: [run("action", "pause", {}, "morrow")] }, { rollbacks: 1 }),
    "held",
  ],
])("%s", (_name, given, verdict) => {
  expect(judge(given)).toMatchObject({ verdict, because: expect.stringMatching(/^.+\.$/) });
});
