import { get, isDictionary, isNumber, pythonText, toNumber } from "../values/index.ts";
import type { ActivityRun, Journal, SteadyState } from "./journal.ts";
import type { Dry } from "./session.ts";

/** What the run says about the hypothesis, and whether anything of it is left in the system. */
export type Verdict = "held" | "deviated" | "gate-not-met" | "inconclusive" | "fault-left-behind";

export interface Judgement {
  readonly verdict: Verdict;
  /** A sentence. */
  readonly because: string;
}

export interface Evidence {
  readonly journal: Journal;
  readonly dry: Dry | null;
  /** How many rollbacks the experiment declares. */
  readonly rollbacks: number;
  readonly stuck: number;
  /** What ended the run early, or null. */
  readonly stopped: { readonly by: "condition" | "halt"; readonly because: string } | null;
  /** An unexpected failure ended the run, or null. */
  readonly crashed: string | null;
}

/** The original's status stays what it is; this says beside it what was learned. The first rule that fits counts. */
export function judge(evidence: Evidence): Judgement {
  return (
    leftBehind(evidence) ??
    early(evidence) ??
    gate(evidence) ??
    deviation(evidence) ??
    doubt(evidence) ??
    held(evidence)
  );
}

function leftBehind({ journal, dry, rollbacks, stuck }: Evidence): Judgement | null {
  const verdict = "fault-left-behind";
  if (stuck > 0)
    return { verdict, because: `${count(stuck, "fault")} could not be undone. See \`morrow undo\`.` };
  const acted = journal.run.some(isForeignAction);
  if (!acted || rollbacks === 0 || dry === "actions" || dry === "activities") return null;
  if (journal.rollbacks.length < rollbacks)
    return {
      verdict,
      because:
        journal.rollbacks.length === 0
          ? "The method acted on the system, and its rollbacks were not played."
          : "The method acted on the system, and not all of its rollbacks were played.",
    };
  const failed = journal.rollbacks.find((run) => run.status !== "succeeded" || refusal(run) !== null);
  return failed === undefined
    ? null
    : { verdict, because: `The rollback "${nameOf(failed)}" did not succeed${reason(failed)}.` };
}

function early({ stopped, crashed, journal }: Evidence): Judgement | null {
  if (stopped?.by === "condition" && journal.run.length > 0)
    return { verdict: "deviated", because: `A stop condition was not met any more: ${stopped.because}` };
  if (stopped !== null) return { verdict: "inconclusive", because: stopped.because };
  return crashed === null ? null : { verdict: "inconclusive", because: `The run broke off: ${crashed}` };
}

function gate({ journal }: Evidence): Judgement | null {
  const { before } = journal.steady_states;
  if (before === null || before.steady_state_met === true) return null;
  const probe = before.probes.at(-1);
  if (probe === undefined) return null;
  return probe.status === "succeeded"
    ? {
        verdict: "gate-not-met",
        because: `Before anything was done, "${nameOf(probe)}" was outside of its tolerance, so the method was not played.`,
      }
    : {
        verdict: "inconclusive",
        because: `The probe "${nameOf(probe)}" could not tell whether the steady state is met.`,
      };
}

function deviation({ journal }: Evidence): Judgement | null {
  const { before, during, after } = journal.steady_states;
  const unmet = [...during, after].find((state) => state !== null && state.steady_state_met === false);
  const probe = unmet?.probes.at(-1);
  if (probe === undefined) return null;
  const name = nameOf(probe);
  if (probe.status === "succeeded")
    return { verdict: "deviated", because: `"${name}" was outside of its tolerance.` };
  // It could tell before the method, and can't any more.
  return before?.steady_state_met === true
    ? { verdict: "deviated", because: `"${name}" failed, which it did not before the method.` }
    : {
        verdict: "inconclusive",
        because: `The probe "${name}" could not tell whether the steady state is met.`,
      };
}

function doubt({ journal, dry }: Evidence): Judgement | null {
  const verdict = "inconclusive";
  if (dry !== null && dry !== "pause") return { verdict, because: `It was a dry run without ${dry}.` };
  if (journal.status === "interrupted") return { verdict, because: "The run was interrupted." };
  if (journal.status !== "completed")
    return { verdict, because: `The run ended as ${journal.status ?? "unknown"}.` };
  const action = journal.run.find(
    (run) => isAction(run) && (run.status !== "succeeded" || refusal(run) !== null),
  );
  if (action !== undefined)
    return {
      verdict,
      because: `The action "${nameOf(action)}" did not succeed${reason(action)}, so the fault may not have been there.`,
    };
  return checked(journal).length === 0
    ? { verdict, because: "No hypothesis was checked during or after the method." }
    : null;
}

function held({ journal }: Evidence): Judgement {
  const because = journal.run.some(isAction)
    ? "The steady state was met throughout."
    : "The steady state was met. The method took no action, so this says nothing about failures.";
  return { verdict: "held", because };
}

function checked({ steady_states: { during, after } }: Journal): SteadyState[] {
  return [...during, ...(after === null ? [] : [after])];
}

function isAction(run: ActivityRun): boolean {
  return get(run.activity, "type") === "action";
}

/** Faults of Morrow itself need no rollback. */
function isForeignAction(run: ActivityRun): boolean {
  const provider = get(run.activity, "provider");
  return isAction(run) && !(isDictionary(provider) && get(provider, "type") === "morrow");
}

/** An exit code or status that says no: to Chaos Toolkit such an activity has succeeded. */
function refusal({ output, activity }: ActivityRun): string | null {
  const status = isDictionary(output) ? get(output, "status") : undefined;
  const provider = get(activity, "provider");
  const type = isDictionary(provider) ? get(provider, "type") : undefined;
  if (!isNumber(status)) return null;
  if (type === "process" && toNumber(status) !== 0) return `exit code ${pythonText(status)}`;
  return type === "http" && toNumber(status) >= 400 ? `status ${pythonText(status)}` : null;
}

function reason(run: ActivityRun): string {
  const refused = refusal(run);
  return refused === null ? "" : ` (${refused})`;
}

function nameOf(run: ActivityRun): string {
  return pythonText(get(run.activity, "name") ?? "");
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
