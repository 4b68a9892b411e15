import type { WriteupProposal } from "../proposal/proposal.ts";
import type { ReadInput } from "../proposal/question.ts";

/** Understands one write-up as far as its text allows. Never throws; `original` is the text as given. */
export function readWriteup(input: ReadInput): WriteupProposal {
  return {
    path: input.path,
    title: { value: input.path, given: input.path, from: "file-name", line: null, certainty: "derived" },
    timeline: [],
    contributingFactors: [],
    whatWentWell: [],
    whatWasConfusing: [],
    whereWeWereLucky: [],
    actions: [],
    attendees: [],
    services: [],
    tags: [],
    links: [],
    tickets: [],
    narrative: input.text,
    original: input.text,
    lines: { from: 1, to: 1 },
    questions: [],
  };
}
