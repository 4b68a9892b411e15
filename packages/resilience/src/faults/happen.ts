import { isPromise } from "../policy/answer.ts";
import type { Call } from "../policy/call.ts";
import type { Surroundings } from "../policy/surroundings.ts";
import type { ActiveRule } from "./active-rule.ts";
import { data } from "./effects/data.ts";
import type { Occasion, Outcome } from "./effects/effect.ts";
import { exception } from "./effects/exception.ts";
import { hang } from "./effects/hang.ts";
import { latency } from "./effects/latency.ts";
import { status } from "./effects/status.ts";
import type { Effect, Position } from "./rule.ts";
import type { Labels } from "./scope.ts";

/** What a fault point needs to know of where it stands. */
export type Place = Pick<Surroundings, "name" | "clock" | "random" | "signals">;

/**
 * The rules that happen to this call, of those at this position, or of all. Each one throws its own dice now, before anything
 * is waited for: the same calls in the same order meet the same faults, however long they take.
 */
export function choose(
  rules: readonly ActiveRule[],
  position: Position | "any",
  labels: Labels | undefined,
  key: string | undefined,
  { random }: Place,
): readonly ActiveRule[] {
  const chosen: ActiveRule[] = [];
  for (const active of rules) {
    if (position !== "any" && position !== (active.rule.position ?? "before")) continue;
    if (!active.takes(labels, key, random)) continue;
    chosen.push(active);
    if (ends(active)) break;
  }
  return chosen;
}

/** Whether the call is over with this rule, whatever stands behind it. */
export function ends({ rule }: ActiveRule): boolean {
  return rule.effects.some(({ kind }) => kind !== "latency");
}

/** Lets the effects of these rules happen, one after the other. */
export function happen(chosen: readonly ActiveRule[], call: Call, place: Place): Outcome {
  return go(
    chosen.flatMap((active) => active.rule.effects.map((effect, index) => ({ active, effect, index }))),
    call,
    place,
  );
}

interface Step {
  readonly active: ActiveRule;
  readonly effect: Effect;
  readonly index: number;
}

function go(steps: readonly Step[], call: Call, place: Place): Outcome {
  for (const [at, { active, effect, index }] of steps.entries()) {
    // A rule may be taken back while the call waits in one before it.
    if (!active.inForce) continue;
    if (index === 0) tell(active, call, place);
    const { name: point, clock, random } = place;
    const outcome = effectOf(effect, { point, active, call, clock, random });
    if (isPromise(outcome)) return outcome.then((came) => came ?? go(steps.slice(at + 1), call, place));
    if (outcome !== undefined) return outcome;
  }
  return undefined;
}

function tell({ rule }: ActiveRule, { key }: Call, { name, signals }: Place): void {
  signals.tell({ kind: "fault-injected", policy: name, key, code: rule.id });
}

function effectOf(effect: Effect, occasion: Occasion): Outcome {
  switch (effect.kind) {
    case "latency":
      return latency(effect, occasion);
    case "exception":
      return exception(effect, occasion);
    case "status":
      return status(effect, occasion);
    case "data":
      return data(effect, occasion);
    case "hang":
      return hang(effect, occasion);
  }
}
