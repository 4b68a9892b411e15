/** What a question is about. */
export type QuestionAbout =
  | "zone"
  | "date"
  | "year"
  | "date-order"
  | "time"
  | "owner"
  | "people"
  | "milestone"
  | "front-matter"
  | "title";

export interface Choice {
  /** For a person. */
  label: string;
  /** What to hand back in `answers` under the question's id. */
  value: string;
}

/**
 * Something the document leaves open. Ids are stable: reading the same text again asks under the same id,
 * so that `readWriteup({ …, answers: { [id]: value } })` settles it. Besides the values of `choices` an answer may be
 * any other value of the same sort: a zone (IANA name, `UTC`, `+02:00`), a date (`2025-10-03`), a year, an instant.
 */
export interface Question {
  id: string;
  /** 1-based line of the first place concerned. */
  line: number;
  about: QuestionAbout;
  /** One sentence for a person. */
  sentence: string;
  choices: Choice[];
}

/** Answers by question id. An answer that does not fit its question is ignored and the question asked again. */
export type Answers = Readonly<Record<string, string>>;

export interface ReadInput {
  /** Path or name of the file; used for the title and as a hint to the date. */
  path: string;
  /** The text of the file. */
  text: string;
  /** IANA zone (or `UTC`, `+02:00`) the person gives for times whose zone the document does not state. */
  zone?: string;
  answers?: Answers;
}
