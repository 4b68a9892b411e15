import type { Sentence } from "../language/sentences.ts";

/** What a rule found in one sentence. Offsets count from the sentence's start. */
export interface Finding {
  start: number;
  end: number;
  message: string;
  /** Only where the rule's own question does not fit. */
  question?: string;
}

/** A rule reads one sentence. It never throws and keeps nothing between calls. */
export type Rule = (sentence: Sentence) => Finding[];
