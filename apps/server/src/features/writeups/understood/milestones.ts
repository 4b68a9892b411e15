import { checkMilestones } from "@morrow/domain/incidents";
import type { MilestoneMoment, WriteupProposal } from "@morrow/writeups";

import { storable } from "./instants.ts";

type Name = "started" | "detected" | "resolved";

/** A milestone of the write-up that fits to the others. */
export interface KeptMilestone {
  name: Name;
  moment: MilestoneMoment;
  line: number | null;
}

/** What stays open, as it is kept with the write-up. */
export interface OpenQuestion {
  id: string;
  line: number;
  sentence: string;
}

/** In the order in which they are believed when two contradict each other. */
const names: readonly Name[] = ["started", "resolved", "detected"];

/** Takes the milestones that contradict nothing; each of the others becomes a question. */
export function milestonesOf(proposal: WriteupProposal): {
  kept: KeptMilestone[];
  questions: OpenQuestion[];
} {
  const kept: KeptMilestone[] = [];
  const questions: OpenQuestion[] = [];
  for (const name of names) {
    const moment = proposal[`${name}At`];
    if (moment === undefined || storable(moment.instant) === null) continue;
    const next = { name, moment, line: moment.line };
    const problem = checkMilestones(instantsOf([...kept, next]))[0];
    if (problem === undefined) kept.push(next);
    else questions.push(leftOut(next, problem.message));
  }
  return { kept, questions };
}

function instantsOf(milestones: readonly KeptMilestone[]): Partial<Record<Name, string | null>> {
  return Object.fromEntries(milestones.map(({ name, moment }) => [name, moment.instant]));
}

function leftOut({ name, moment, line }: KeptMilestone, because: string): OpenQuestion {
  const given = moment.given === "" ? "" : ` (“${moment.given}”)`;
  return {
    id: `milestone/${name}`,
    line: line ?? 1,
    sentence: `When the incident ${name === "resolved" ? "ended" : `was ${name}`}${given} was left open: ${because}`,
  };
}
