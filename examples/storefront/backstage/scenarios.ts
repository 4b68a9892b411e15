import { faultPoints, type FaultRule } from "@morrow/resilience";

/** A thing that can go wrong, as rules for the fault points of the shop's policies. */
export interface Scenario {
  readonly id: string;
  readonly label: string;
  readonly rule: Omit<FaultRule, "id">;
}

export const scenarios: readonly Scenario[] = [
  {
    id: "recommendations-hang",
    label: "Recommendations hang",
    rule: { point: "recommendations", position: "instead", effects: [{ kind: "hang" }] },
  },
  {
    id: "reviews-slow",
    label: "Reviews are slow",
    rule: {
      point: "reviews-node",
      position: "before",
      effects: [{ kind: "latency", milliseconds: 2_000, jitter: 500 }],
    },
  },
  {
    id: "reviews-node-fails",
    label: "One reviews node fails",
    rule: {
      point: "reviews-node",
      position: "instead",
      labels: { key: "b" },
      effects: [{ kind: "exception", message: "connection refused" }],
    },
  },
  {
    id: "price-fails",
    label: "Prices fail",
    rule: { point: "pricing", position: "instead", effects: [{ kind: "status", status: 503 }] },
  },
  {
    id: "checkout-late",
    label: "The till answers too late",
    // After the work: the order is taken, and only its answer does not arrive. The hardest case for whoever asks twice.
    rule: { point: "checkout", position: "after", effects: [{ kind: "hang" }] },
  },
];

/** Other sources, the environment or a controller, have rules of their own; nobody touches another's. */
export const faultSource = "backstage";

const mine = faultPoints.source(faultSource);

export function isOn(id: string): boolean {
  return mine.rules.some(({ rule }) => rule.id === id);
}

/** Begins or ends a scenario; the others stay as they are. */
export function turn(id: string, on: boolean): void {
  const wanted = scenarios.filter((scenario) => (scenario.id === id ? on : isOn(scenario.id)));
  mine.replace(wanted.map((scenario) => ({ id: scenario.id, ...scenario.rule })));
}
