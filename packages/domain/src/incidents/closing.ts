import type { Policy } from "../policy/policy.ts";
import type { RetrospectiveState } from "../retrospectives/vocabulary.ts";
import type { Severity } from "./vocabulary.ts";

/** Shorter reasons say nothing to the person who reads them a year later. */
export const leastReasonLength = 10;

export type ClosingDecision =
  | { allowed: true; because: "published" | "not_required" | "waived" }
  | {
      allowed: false;
      code: "incident.retrospective_missing" | "incident.waiver_without_reason";
      message: string;
    };

export interface ClosingQuestion {
  policy: Policy;
  severity: Severity | null;
  retrospective: { state: RetrospectiveState } | null;
  /** Given by name; who gave it is recorded with it. */
  waiver: { reason: string } | null;
}

/** An unknown severity requires a retrospective: nobody has said that it was harmless. */
export function retrospectiveRequired(policy: Policy, severity: Severity | null): boolean {
  if (severity === null) return true;
  return policy.severities.find((rule) => rule.severity === severity)?.retrospectiveRequired ?? true;
}

/** The closing gate: published, not needed by policy, or waived with a reason. */
export function mayClose({ policy, severity, retrospective, waiver }: ClosingQuestion): ClosingDecision {
  if (retrospective?.state === "published") return { allowed: true, because: "published" };
  if (!retrospectiveRequired(policy, severity)) return { allowed: true, because: "not_required" };
  if (waiver === null) {
    return { allowed: false, code: "incident.retrospective_missing", message: missingMessage(retrospective) };
  }
  if (waiver.reason.trim().length >= leastReasonLength) return { allowed: true, because: "waived" };
  return {
    allowed: false,
    code: "incident.waiver_without_reason",
    message: `Please say in at least ${leastReasonLength} characters why no retrospective is needed; others will read it later.`,
  };
}

function missingMessage(retrospective: ClosingQuestion["retrospective"]): string {
  const now = retrospective === null ? "It has not been started yet." : "It is still a draft.";
  return `This incident can be closed once its retrospective is published. ${now} Somebody may also waive it by name, with a reason.`;
}
