import { expect, test } from "vitest";
import { coach, type CoachOptions, type RuleId } from "../index.ts";

interface Cases {
  /** Markdown, and the words that must be flagged in it. */
  flagged: readonly (readonly [markdown: string, words: string])[];
  clean: readonly string[];
}

/** One test per sentence: flagged ones with the exact words, clean ones without any remark of the rule. */
export function table(rule: RuleId, cases: Cases, options: CoachOptions = {}): void {
  test.each(cases.flagged)("asks about: %s", (markdown, words) => {
    expect(flaggedBy(rule, markdown, options)).toContain(words);
  });
  test.each(cases.clean.map((markdown) => [markdown]))("leaves alone: %s", (markdown) => {
    expect(flaggedBy(rule, markdown, options)).toEqual([]);
  });
}

function flaggedBy(rule: RuleId, markdown: string, options: CoachOptions): string[] {
  return coach(markdown, options)
    .filter((remark) => remark.ruleId === rule)
    .map((remark) => remark.text);
}
