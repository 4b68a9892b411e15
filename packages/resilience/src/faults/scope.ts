import { fnv1a, spread } from "./hash.ts";
import type { FaultRule } from "./rule.ts";

export type Labels = Readonly<Record<string, string>>;

/** Whether a rule is meant for calls with these labels. The key of a call is its label `key`. */
export function matches(rule: FaultRule, labels: Labels | undefined, key: string | undefined): boolean {
  if (rule.labels !== undefined)
    for (const name of Object.keys(rule.labels)) {
      const value = labelOf(name, labels, key);
      const wanted = rule.labels[name];
      if (value === undefined || wanted === undefined) return false;
      if (typeof wanted === "string" ? wanted !== value : !wanted.includes(value)) return false;
    }
  if (rule.cohort === undefined) return true;
  const member = labelOf(rule.cohort.by, labels, key);
  return member !== undefined && inCohort(rule, member, rule.cohort.share);
}

function labelOf(name: string, labels: Labels | undefined, key: string | undefined): string | undefined {
  if (name === "key" && key !== undefined) return key;
  return labels !== undefined && Object.hasOwn(labels, name) ? labels[name] : undefined;
}

/**
 * Every member has a fixed place between 0 and 1, and belongs to all shares above it: who is among 5 % is among 10 %.
 * Rules with the same seed, or without one with the same id, place everybody alike.
 */
function inCohort({ id, seed }: FaultRule, member: string, share: number): boolean {
  return spread(fnv1a(`${seed ?? id}\0${member}`)) / 2 ** 32 < share;
}
