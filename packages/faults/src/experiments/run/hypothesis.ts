import { readActivity } from "../document/index.ts";
import { ActivityFailed } from "../failures.ts";
import { runProvider } from "../providers/index.ts";
import { substitute } from "../substitution/index.ts";
import { withinTolerance } from "../tolerance/index.ts";
import {
  type Dictionary,
  get,
  isDictionary,
  isList,
  isTruthy,
  pythonText,
  type Value,
} from "../values/index.ts";
import type { MutableDictionary } from "../values-in-place.ts";
import { executeActivity } from "./activity.ts";
import type { Part } from "./events.ts";
import type { SteadyState } from "./journal.ts";
import { type Place, providerContext, type Session } from "./session.ts";

/** The hypothesis, or null when there is none. */
export function hypothesisOf(experiment: Dictionary): Dictionary | null {
  const hypothesis = get(experiment, "steady-state-hypothesis");
  return isDictionary(hypothesis) && isTruthy(hypothesis) ? hypothesis : null;
}

export function probesOf(hypothesis: Dictionary | null): readonly Dictionary[] {
  const probes = hypothesis === null ? null : get(hypothesis, "probes");
  return isList(probes) ? probes.filter(isDictionary) : [];
}

/** Runs the probes in order until one fails or is outside of its tolerance (chaoslib.hypothesis.run_steady_state_hypothesis). */
export async function runHypothesis(session: Session, part: Part, place: Place): Promise<SteadyState> {
  const hypothesis = hypothesisOf(session.experiment) ?? {};
  session.emit({ kind: "hypothesis-started", part, title: pythonText(get(hypothesis, "title") ?? "") });
  const state: SteadyState = { steady_state_met: null, probes: [] };
  await session.controls.around("hypothesis", hypothesis, place, async (setState) => {
    setState(state);
    state.steady_state_met = await allMet(session, probesOf(hypothesis), state, part, place);
  });
  session.emit({ kind: "hypothesis-ended", part, met: state.steady_state_met });
  return state;
}

async function allMet(
  session: Session,
  probes: readonly Dictionary[],
  state: SteadyState,
  part: Part,
  place: Place,
): Promise<boolean> {
  for (const probe of probes) {
    const run = await executeActivity(session, probe, part, place);
    state.probes.push(run);
    run.tolerance_met = run.status !== "failed";
    const name = pythonText(get(run.activity, "name") ?? "");
    if (run.tolerance_met && session.dry !== "probes" && session.dry !== "activities")
      run.tolerance_met = await isMet(session, probe, run.output, place);
    session.emit({ kind: "tolerance-checked", part, name, met: run.tolerance_met });
    if (!run.tolerance_met) return false;
  }
  return true;
}

/** Whether an output is within the tolerance that stands at `probe`. */
export async function isMet(
  session: Session,
  probe: Dictionary,
  output: Value,
  place: Place,
): Promise<boolean> {
  const tolerance = get(probe, "tolerance") ?? null;
  const filled = typeof tolerance === "string" ? substitute(tolerance, session) : tolerance;
  return withinTolerance(filled, output, {
    configuration: session.configuration,
    secrets: session.secrets,
    runProbe: async (checked) => {
      noteValue(tolerance, output);
      try {
        return await runProvider(readActivity(checked, "tolerance"), providerContext(session, place));
      } catch (error) {
        if (error instanceof ActivityFailed) return false;
        throw error;
      }
    },
  });
}

/** The original writes the value into the document, where the journal shows it. */
function noteValue(tolerance: Value, value: Value): void {
  const provider = isDictionary(tolerance) ? get(tolerance, "provider") : undefined;
  const given = isDictionary(provider) ? get(provider, "arguments") : undefined;
  if (!isDictionary(given)) return;
  const own: MutableDictionary = given;
  own["value"] = value;
}
