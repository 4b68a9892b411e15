import { readActivity } from "../document/index.ts";
import type { Activity } from "../document/index.ts";
import { ActivityFailed } from "../failures.ts";
import { runProvider } from "../providers/index.ts";
import { substitute } from "../substitution/index.ts";
import { type Dictionary, get, isDictionary, isTruthy, pythonText, type Value } from "../values/index.ts";
import { now, secondsBetween } from "./clock.ts";
import type { Part } from "./events.ts";
import type { ActivityRun } from "./journal.ts";
import { pause } from "./pause.ts";
import { type Dry, type Place, providerContext, type Session } from "./session.ts";

/**
 * Runs one activity with its controls and pauses (chaoslib.activity.execute_activity). `runs` gets the run as soon as it starts.
 * Only ActivityFailed is noted in the run; what else is thrown ends the part that the activity belongs to.
 */
export async function executeActivity(
  session: Session,
  step: Dictionary,
  part: Part,
  place: Place,
  runs?: ActivityRun[],
): Promise<ActivityRun> {
  place.signal.throwIfAborted();
  const document = resolve(session, step);
  return session.controls.around("activity", document, place, async (setState) => {
    const activity = readActivity(document, `"${pythonText(get(document, "name") ?? "")}"`);
    const dry = isDry(activity, session.dry);
    const pauses = substitute(get(document, "pauses") ?? {}, session);
    const pauseAt = async (where: "before" | "after"): Promise<void> => {
      const seconds = isDictionary(pauses) ? (get(pauses, where) ?? null) : null;
      if (!isTruthy(seconds) || dry || session.dry === "pause") return;
      session.emit({ kind: "pause-started", name: activity.name, seconds, where });
      await pause(seconds, place.signal);
    };
    await pauseAt("before");
    const run = await runOnce(session, activity, { part, place, dry }, runs);
    await pauseAt("after");
    setState(run);
    return run;
  });
}

/** The activity itself, or the one that it refers to. */
function resolve(session: Session, step: Dictionary): Dictionary {
  const ref = get(step, "ref");
  if (!isTruthy(ref)) return step;
  const found = session.activities.get(pythonText(ref ?? null));
  if (found === undefined)
    throw new ActivityFailed(`could not find referenced activity '${pythonText(ref ?? null)}'`);
  return found;
}

/** An activity's own `dry` changes nothing: the original reads it as "never dry", and a dry run of Morrow must not act. */
function isDry({ type }: Activity, dry: Dry | null): boolean {
  return (
    dry === "activities" || (dry === "actions" && type === "action") || (dry === "probes" && type === "probe")
  );
}

async function runOnce(
  session: Session,
  activity: Activity,
  { part, place, dry }: { part: Part; place: Place; dry: boolean },
  runs: ActivityRun[] | undefined,
): Promise<ActivityRun> {
  const { type, name, background } = activity;
  const start = now();
  const run: ActivityRun = { activity: { ...activity.document }, output: null, start: start.iso };
  runs?.push(run);
  session.emit({ kind: "activity-started", part, type, name, background, dry });
  let error: string | null = null;
  try {
    run.output = dry
      ? await planned(session, activity, place)
      : await runProvider(activity, providerContext(session, place));
    run.status = "succeeded";
  } catch (failure) {
    error = failure instanceof Error ? failure.message : String(failure);
    if (!(failure instanceof ActivityFailed)) throw failure;
    run.status = "failed";
    run.exception = [...failure.trace, `chaoslib.exceptions.ActivityFailed: ${failure.message}\n`];
  } finally {
    const end = now();
    run.end = end.iso;
    run.duration = secondsBetween(start, end);
    session.emit({
      kind: "activity-ended",
      part,
      type,
      name,
      status: run.status ?? null,
      duration: run.duration,
      output: run.output,
      error,
    });
  }
  return run;
}

/** What a dry run has to say instead of an output: nothing, or what a fault of Morrow would do. */
async function planned(session: Session, { provider }: Activity, place: Place): Promise<Value> {
  if (provider.type !== "morrow") return null;
  const { planMorrow } = await import("../providers/morrow.ts");
  return planMorrow(provider, providerContext(session, place));
}
