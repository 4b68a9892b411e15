import type { Field } from "../document/fields.ts";
import type { Section } from "../document/section.ts";
import type { FrontMatter } from "../proposal/proposal.ts";
import type { ReadInput } from "../proposal/question.ts";
import type { Questions } from "./questions.ts";

/** One incident's part of a file, taken apart but not yet understood. */
export interface Document {
  input: ReadInput;
  /** Lines without their ends. */
  lines: readonly string[];
  frontMatter: FrontMatter | null;
  sections: readonly Section[];
  fields: readonly Field[];
  /** The written title, where there is one. */
  titleText: string | null;
  titleLine: number | null;
  /** Title of the file where it holds several incidents. */
  outerTitle: string | null;
  questions: Questions;
  /** The zone the person gave, checked. */
  person: string | null;
}
