import type { RetrospectiveBlockingRule, SeverityPolicy } from "./severity.ts";

/** The organisation's rules, as versioned data. */
export interface Policy {
  severities: readonly SeverityPolicy[];
  /** ISO weekdays (1 = Monday) that count as working days. */
  workWeek: readonly number[];
  /** Civil dates (YYYY-MM-DD) that are not working days. */
  holidays: readonly string[];
  /** IANA zone in which working days are counted. */
  zone: string;
  /** Coach rules that keep a retrospective from being published while unanswered. None by default. */
  publishingBlockedBy: readonly RetrospectiveBlockingRule[];
  /** What a narrative may begin with, in the organisation's own words. The first one is proposed. */
  templates: readonly RetrospectiveTemplate[];
}

export interface RetrospectiveTemplate {
  name: string;
  /** Markdown. */
  narrative: string;
}

/** Sensible defaults: serious incidents within five working days, smaller ones within ten, SEV5 needs none. */
export const defaultPolicy: Policy = {
  severities: [
    {
      severity: 1,
      name: "SEV1",
      definition: "Most people who depend on us cannot use the service, or data is lost.",
      retrospectiveRequired: true,
      dueWorkingDays: 3,
    },
    {
      severity: 2,
      name: "SEV2",
      definition: "An important part fails for many people and there is no way around it.",
      retrospectiveRequired: true,
      dueWorkingDays: 5,
    },
    {
      severity: 3,
      name: "SEV3",
      definition: "A part fails for some people, or there is a way around it.",
      retrospectiveRequired: true,
      dueWorkingDays: 10,
    },
    {
      severity: 4,
      name: "SEV4",
      definition: "Few people notice; a margin of safety was used up.",
      retrospectiveRequired: false,
      dueWorkingDays: 15,
    },
    {
      severity: 5,
      name: "SEV5",
      definition: "Nobody was affected; something surprised us.",
      retrospectiveRequired: false,
      dueWorkingDays: 20,
    },
  ],
  workWeek: [1, 2, 3, 4, 5],
  holidays: [],
  zone: "UTC",
  publishingBlockedBy: [],
  templates: [],
};
