import type { Effect, FaultRule } from "../faults/rule.ts";

/** A rule without its id, or one effect written shortly: `{ point: "reviews", latency: 500 }`. Durations are in ms. */
export type Fault = Omit<FaultRule, "id" | "effects"> & (Effects | Short);

interface Effects {
  readonly effects: readonly Effect[];
}

type Short =
  | { readonly latency: number }
  /** The message of the error. */
  | { readonly exception: string }
  | { readonly status: number }
  /** The answer, whatever the dependency would have said. */
  | { readonly data: unknown }
  | { readonly hang: true };

let made = 0;

/** The rule in full, with an id of its own. An altered answer comes instead of the call, as others come before it. */
export function ruleOf(fault: Fault): FaultRule {
  made += 1;
  const { point, position, labels, cohort, share, first, seed } = fault;
  const scope = Object.entries({ position, labels, cohort, share, first, seed });
  return {
    id: `proof-${made}`,
    point,
    effects: effectsOf(fault),
    ...Object.fromEntries(scope.filter(([, value]) => value !== undefined)),
  };
}

function effectsOf(fault: Effects | Short): readonly Effect[] {
  if ("effects" in fault) return fault.effects;
  if ("latency" in fault) return [{ kind: "latency", milliseconds: fault.latency }];
  if ("exception" in fault) return [{ kind: "exception", message: fault.exception }];
  if ("status" in fault) return [{ kind: "status", status: fault.status }];
  if ("data" in fault) return [{ kind: "data", value: fault.data }];
  return [{ kind: "hang" }];
}
