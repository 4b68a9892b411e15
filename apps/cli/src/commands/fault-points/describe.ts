import type { Effect, FaultRule } from "@morrow/resilience";

/** A rule in one line: "reviews: 200 ms to 250 ms later, on 20 % of calls with path /a". */
export function describeRule(rule: Omit<FaultRule, "id">): string {
  const { point, effects, position, labels = {}, cohort, share, first } = rule;
  const scope = [
    ...(share === undefined ? [] : [`on ${percent(share)} of calls`]),
    ...Object.entries(labels).map(
      ([name, values]) => `with ${name} ${typeof values === "string" ? values : values.join(" or ")}`,
    ),
    ...(cohort === undefined ? [] : [`for ${percent(cohort.share)} by ${cohort.by}`]),
    ...(first === undefined ? [] : [first === 1 ? "the first call" : `the first ${first} calls`]),
    ...(position === undefined || position === "before" ? [] : [`${position} the call`]),
  ];
  return `${point}: ${[effects.map(describeEffect).join(", then "), ...scope].join(", ")}`;
}

function describeEffect(effect: Effect): string {
  switch (effect.kind) {
    case "latency":
      return effect.jitter === undefined
        ? `${effect.milliseconds} ms later`
        : `${effect.milliseconds} to ${effect.milliseconds + effect.jitter} ms later`;
    case "exception":
      return `an error "${effect.message ?? effect.name ?? "injected"}"`;
    case "status":
      return `status ${effect.status}`;
    case "data":
      return "other data";
    case "hang":
      return "no answer";
  }
}

const percent = (share: number) => `${Number((share * 100).toFixed(2))} %`;
