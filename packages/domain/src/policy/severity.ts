import type { Severity } from "../incidents/vocabulary.ts";

export interface SeverityPolicy {
  severity: Severity;
  name: string;
  /** What makes an incident this severe, in the organisation's words. */
  definition: string;
  /** Whether an incident of this severity can only be closed after its retrospective is published. */
  retrospectiveRequired: boolean;
  /** Working days from resolution until the retrospective is due. */
  dueWorkingDays: number;
}

/** Coach rules that an organisation may let block publishing. */
export const retrospectiveBlockingRules = ["counterfactual", "be-more-careful"] as const;
export type RetrospectiveBlockingRule = (typeof retrospectiveBlockingRules)[number];
