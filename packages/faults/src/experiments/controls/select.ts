import { type Dictionary, get, isDictionary, isList, isTruthy, type Value } from "../values/index.ts";

/** Where a control stands in a run. */
export type Level = "loader" | "experiment" | "hypothesis" | "method" | "rollback" | "activity";

export function controlsIn(parent: Dictionary): Dictionary[] {
  return list(get(parent, "controls")).filter(isDictionary);
}

/**
 * The controls that apply to `context` at a level, in order (chaoslib.control.get_context_controls, with its oddities: top-level controls
 * come once for each control of the context, and globals are left out around method and rollbacks when there are top-level ones).
 * `experiment` is null while the experiment is loaded.
 */
export function controlsFor(
  level: Level,
  experiment: Dictionary | null,
  context: Dictionary,
  globals: readonly Dictionary[],
): readonly Dictionary[] {
  if (experiment === null) return globals;
  const top = controlsIn(experiment);
  const controls = [...globals, ...controlsIn(context)];
  if (top.length === 0) return controls;
  if (controls.length === 0 || level === "method" || level === "rollback") return top.filter(isAutomatic);
  // What is added on the way is not looked at again.
  const given = controls.slice();
  for (const control of given) {
    if (get(control, "ref") === undefined) {
      for (const one of top.toReversed())
        if (get(control, "name") !== get(one, "name") && level !== "experiment" && isAutomatic(one))
          controls.unshift(one);
    } else {
      const referenced = top.find((one) => get(one, "name") === get(control, "ref"));
      if (referenced !== undefined) controls.push(referenced);
    }
  }
  return controls;
}

/** Every control that an experiment declares, at all levels. */
export function allControls(experiment: Dictionary): Dictionary[] {
  const hypothesis = get(experiment, "steady-state-hypothesis");
  const own = isDictionary(hypothesis) ? hypothesis : {};
  const activities = [
    ...list(get(own, "probes")),
    ...list(get(experiment, "method")),
    ...list(get(experiment, "rollbacks")),
  ].filter(isDictionary);
  return [experiment, own, ...activities].flatMap(controlsIn);
}

function isAutomatic(control: Dictionary): boolean {
  return isTruthy(get(control, "automatic") ?? true);
}

function list(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}
