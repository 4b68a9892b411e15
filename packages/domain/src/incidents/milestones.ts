import { Temporal } from "temporal-polyfill";
import { problem, type Problem } from "../problem.ts";
import { readInstant } from "./durations.ts";
import type { Milestones } from "./state.ts";
import { milestones as allMilestones, type Milestone } from "./vocabulary.ts";

/**
 * What cannot be earlier than what. `declared` is free on purpose: planned work is declared before it starts.
 * `mitigated` may precede `detected`: an effect can end by itself before anybody notices that it was there.
 */
const neverBefore: readonly { earlier: Milestone; later: Milestone }[] = [
  { earlier: "started", later: "detected" },
  { earlier: "started", later: "mitigated" },
  { earlier: "started", later: "resolved" },
  { earlier: "detected", later: "acknowledged" },
  { earlier: "detected", later: "resolved" },
  { earlier: "mitigated", later: "resolved" },
  { earlier: "resolved", later: "closed" },
];

/** Refuses milestones that would make a duration negative, with the reason. Equal instants are fine. */
export function checkMilestones(milestones: Milestones): Problem[] {
  const unreadable = allMilestones.filter(
    (name) => milestones[name] && readInstant(milestones[name]) === null,
  );
  const found = unreadable.map((name) =>
    problem(
      "milestone.not_an_instant",
      `The time of “${name}” cannot be read. Please give a date and time with its offset, such as 2026-05-01T14:05:00Z.`,
      name,
    ),
  );
  for (const { earlier, later } of neverBefore) {
    const first = readInstant(milestones[earlier]);
    const second = readInstant(milestones[later]);
    if (first === null || second === null || Temporal.Instant.compare(first, second) <= 0) continue;
    found.push(problem("milestone.out_of_order", contradiction(earlier, first, later, second), later));
  }
  return found;
}

function contradiction(
  earlier: Milestone,
  first: Temporal.Instant,
  later: Milestone,
  second: Temporal.Instant,
): string {
  return (
    `“${later}” (${second.toString()}) lies before “${earlier}” (${first.toString()}), ` +
    "so a duration would be negative. Please check both times and their zones."
  );
}
