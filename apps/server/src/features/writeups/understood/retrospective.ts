import type { RetrospectiveDocument, StakeholderGroup } from "@morrow/domain/retrospectives";
import type { Passage, WriteupProposal } from "@morrow/writeups";
import { toText } from "@morrow/writeups/render";

import { clip, oneLine } from "./clip.ts";

const longestLesson = 500;
const longestPoint = 10_000;
const longestNarrative = 2_000_000;
/** The first sentence stands at the beginning; plain text of a whole book is not needed for it. */
const searchedForLesson = 4_000;
const mostStakeholders = 200;

/** The text as a retrospective: what was taken apart in its place, the rest as the narrative. */
export function documentOf(proposal: WriteupProposal): RetrospectiveDocument {
  return {
    lesson: lessonOf(proposal),
    narrative: clip(proposal.narrative, longestNarrative),
    factors: points(proposal.contributingFactors, 100).map((text, index) => ({
      id: `factor-${index + 1}`,
      text,
    })),
    connections: [],
    wentWell: points(proposal.whatWentWell, 200),
    confusing: points(proposal.whatWasConfusing, 200),
    lucky: points(proposal.whereWeWereLucky, 200),
    detectSooner: [],
    recoverSooner: [],
  };
}

function points(passages: readonly Passage[], most: number): string[] {
  return passages
    .map((passage) => clip(passage.text.trim(), longestPoint))
    .filter((text) => text !== "")
    .slice(0, most);
}

/** The summary, or its first sentences where it is long, or those of the narrative. */
function lessonOf({ summary, narrative }: WriteupProposal): string {
  const text = plain(summary?.text ?? "") || plain(narrative);
  if (text.length <= longestLesson) return text;
  const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)];
  let lesson = "";
  for (const { segment } of sentences) {
    if (lesson !== "" && (lesson + segment).trimEnd().length > 300) break;
    lesson += segment;
  }
  return clip(lesson.trim(), longestLesson);
}

function plain(markdown: string): string {
  const prose = markdown
    .slice(0, searchedForLesson)
    .split("\n")
    .filter((line) => !/^\s*(?:#|>|\||```)/.test(line))
    .join("\n");
  return oneLine(toText(prose));
}

export interface NamedStakeholder {
  personId: null;
  name: string;
  group: StakeholderGroup;
  because: string;
}

/** People as the write-up names them. They are names: nobody becomes a person here by being mentioned. */
export function stakeholdersOf({ attendees, facilitator, owner }: WriteupProposal): NamedStakeholder[] {
  const all = [
    ...attendees.map(({ name, role }) =>
      stakeholder(
        name,
        role === undefined
          ? "Took part in the review."
          : `Took part in the review: ${clip(oneLine(role), 200)}.`,
      ),
    ),
    ...(facilitator === undefined ? [] : [stakeholder(facilitator, "Facilitated the review.")]),
    ...(owner === undefined ? [] : [stakeholder(owner, "Owned the write-up.")]),
  ];
  const byName = Map.groupBy(all, (one) => one.name.toLowerCase());
  return [...byName.values()]
    .flatMap(([first]) => (first === undefined || first.name === "" ? [] : [first]))
    .slice(0, mostStakeholders);
}

function stakeholder(name: string, because: string): NamedStakeholder {
  return { personId: null, name: clip(oneLine(name), 200), group: "interested", because };
}
