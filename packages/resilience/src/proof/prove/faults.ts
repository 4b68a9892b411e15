import type { Effect, FaultRule } from "../../faults/rule.ts";

/** The ways in which a dependency fails that a policy is tried with. */
export const faultNames = ["latency", "hang", "exception", "status 503", "wrong data", "flapping"] as const;

export type FaultName = (typeof faultNames)[number];

export interface FaultSettings {
  /** How long a late answer takes, in ms. */
  readonly latency: number;
  readonly wrongAnswer?: { readonly value: unknown } | undefined;
  readonly seed: number;
}

const refused: Effect = {
  kind: "exception",
  message: "connect ECONNREFUSED (made by a proof)",
  properties: { code: "ECONNREFUSED" },
};

/** Longer than any proof looks on, in ms. */
const forEver = 1e9;

/** The rule that lets a point fail in one way; undefined for wrong data where nobody said what is wrong. */
export function ruleFor(
  fault: FaultName,
  point: string,
  { latency, wrongAnswer, seed }: FaultSettings,
): FaultRule | undefined {
  const rule = { id: fault, point };
  switch (fault) {
    case "latency":
      return { ...rule, effects: [{ kind: "latency", milliseconds: latency }] };
    case "hang":
      return { ...rule, effects: [{ kind: "hang", milliseconds: forEver }] };
    case "exception":
      return { ...rule, effects: [refused] };
    case "status 503":
      return { ...rule, effects: [{ kind: "status", status: 503 }] };
    case "wrong data":
      if (wrongAnswer === undefined) return undefined;
      return { ...rule, position: "instead", effects: [{ kind: "data", value: wrongAnswer.value }] };
    case "flapping":
      return { ...rule, effects: [refused], share: 0.5, seed };
  }
}
