import { isCivilDate } from "../calendar/civil-date.ts";
import { isZone } from "../calendar/zone.ts";
import { severities } from "../incidents/vocabulary.ts";
import { problem, type Problem } from "../problem.ts";
import type { Policy } from "./policy.ts";
import { retrospectiveBlockingRules } from "./severity.ts";

/** Longest time until a retrospective may be due, in working days: about four months. */
export const mostWorkingDays = 90;

/** Everything that is wrong with a policy; an empty list means it can be used. */
export function checkPolicy(policy: Policy): Problem[] {
  return [
    ...checkSeverities(policy),
    ...checkWorkWeek(policy.workWeek),
    ...checkHolidays(policy.holidays),
    ...(isZone(policy.zone)
      ? []
      : [
          problem(
            "policy.zone_unknown",
            `“${policy.zone}” is not a known zone. Please give one such as Europe/Berlin or UTC.`,
            "zone",
          ),
        ]),
    ...checkTemplates(policy.templates),
    ...policy.publishingBlockedBy
      .map((rule, index) => ({ rule, index }))
      .filter(({ rule }) => !retrospectiveBlockingRules.includes(rule))
      .map(({ rule, index }) =>
        problem(
          "policy.rule_unknown",
          `“${rule}” is not a rule that can block publishing.`,
          "publishingBlockedBy",
          String(index),
        ),
      ),
  ];
}

function checkSeverities(policy: Policy): Problem[] {
  const found: Problem[] = [];
  for (const severity of severities) {
    const count = policy.severities.filter((rule) => rule.severity === severity).length;
    if (count !== 1) {
      const what = count === 0 ? "is missing" : "is there more than once";
      found.push(
        problem(
          "policy.severities_incomplete",
          `SEV${severity} ${what}; each severity needs exactly one rule.`,
          "severities",
        ),
      );
    }
  }
  policy.severities.forEach((rule, index) => {
    const path = ["severities", String(index)];
    if (!severities.includes(rule.severity)) {
      found.push(
        problem(
          "policy.severity_unknown",
          `There is no severity ${rule.severity}; they go from 1 to 5.`,
          ...path,
          "severity",
        ),
      );
    }
    if (rule.name.trim() === "") {
      found.push(problem("policy.severity_unnamed", "Please name this severity.", ...path, "name"));
    }
    const days = rule.dueWorkingDays;
    if (!Number.isInteger(days) || days < 0 || days > mostWorkingDays) {
      found.push(
        problem(
          "policy.due_days_out_of_range",
          `Please give whole working days from 0 to ${mostWorkingDays}.`,
          ...path,
          "dueWorkingDays",
        ),
      );
    }
  });
  return found;
}

function checkTemplates(templates: Policy["templates"]): Problem[] {
  return templates.flatMap(({ name }, index) => {
    if (templates.findIndex((other) => other.name.trim() === name.trim()) === index) return [];
    const message = `There are two templates called “${name.trim()}”. Please give each a name of its own.`;
    return [problem("policy.template_named_twice", message, "templates", String(index), "name")];
  });
}

function checkWorkWeek(workWeek: readonly number[]): Problem[] {
  if (workWeek.length === 0) {
    return [
      problem("policy.work_week_empty", "Please choose at least one working day of the week.", "workWeek"),
    ];
  }
  const wrong = workWeek.some((day) => !Number.isInteger(day) || day < 1 || day > 7);
  if (wrong || new Set(workWeek).size !== workWeek.length) {
    return [
      problem(
        "policy.work_week_invalid",
        "Working days go from 1 (Monday) to 7 (Sunday), each at most once.",
        "workWeek",
      ),
    ];
  }
  return [];
}

function checkHolidays(holidays: readonly string[]): Problem[] {
  return holidays
    .map((date, index) => ({ date, index }))
    .filter(({ date }) => !isCivilDate(date))
    .map(({ date, index }) =>
      problem(
        "policy.holiday_invalid",
        `“${date}” is not a date. Please give dates such as 2026-12-25.`,
        "holidays",
        String(index),
      ),
    );
}
