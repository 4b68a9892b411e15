/**
 * Markdown write-ups in and out. `.` reads them, `./render` shows Markdown safely, `./export` writes them.
 * Pure and browser-safe: no clock, no file system.
 */
export { readWriteup } from "./read/readWriteup.ts";
export { readWriteups } from "./read/readWriteups.ts";
export type {
  Certainty,
  MilestoneMoment,
  Moment,
  Precision,
  Source,
  Understood,
  ZoneUse,
} from "./proposal/moment.ts";
export type {
  Attendee,
  FrontMatter,
  Horizon,
  JsonValue,
  Link,
  Passage,
  ProposedAction,
  RowKind,
  TimelineRow,
  WriteupProposal,
} from "./proposal/proposal.ts";
export type { Answers, Choice, Question, QuestionAbout, ReadInput } from "./proposal/question.ts";
