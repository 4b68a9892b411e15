import type { Sentence } from "../../language/sentences.ts";
import { event } from "./vocabulary.ts";

/** What stands in a field that is still empty, or leads elsewhere. */
const unfilled =
  /^\W*(?:still |currently |as yet |yet )?(?:unknown|unclear|undetermined|unconfirmed|tbd|tba|tbc|n\/a|none\b|no (?:idea|clue|cause)\b|\?+|pending|open\b|to be (?:determined|confirmed)|(?:being )?investigat(?:ing|ed)|under investigation|in progress|done|scheduled|due\b|ongoing|not (?:yet )?(?:known|clear|found|identified|determined)|nobody|we (?:do|are|still|may|can)(?:n't| not)?\b|see\b|analysis\b|\[)/u;
const many =
  /^\W*(?:an? |the )?(?:combination|mix|mixture|series|chain|number|interplay|interaction|several|multiple|many|two|three|both)\b/u;

/** Whether what follows a label or a question names a cause. */
export function isFilled(rest: string): boolean {
  return /[a-z]{3}/u.test(rest) && !unfilled.test(rest);
}

/** "Cause: …", "RCA: …", "Reason for the outage: …", "Sole cause: …". A primary or immediate cause stands beside others. */
const field = new RegExp(
  String.raw`^\W*(?:as (?:the )?)?(?:the )?(?:(?:direct|actual|real|true|sole|only|single|technical|underlying|final|exact)(?:,? and|,)? ){0,2}` +
    String.raw`(?:(?:cause|culprit)(?: (?:of|for|behind) [\w\uE000' -]{1,50})?|rca?|(?:reason|explanation) (?:for|of|behind) ${event})` +
    String.raw`(?:,? (?:that )?(?:we|they) [a-z]+(?: (?:on|for|as|upon))?)?\s*(?::|=|[\u2013\u2014\u2192]| - )`,
  "u",
);

/** A field of a form in which one cause was filled in, as [start, end) of its label. */
export function filledField({ lower }: Sentence): readonly [number, number] | undefined {
  const label = field.exec(lower)?.[0];
  if (label === undefined) return undefined;
  const rest = lower.slice(label.length);
  if (!isFilled(rest) || many.test(rest)) return undefined;
  return [label.search(/[a-z]/u), label.search(/\W*$/u)];
}

const rowOfCause =
  /^\W*(?:the )?(?:(?:actual|real|true|sole|only|single|technical|underlying|final|exact) )?(?:root[ -]?)?cause(?: of (?:the )?(?:outage|incident|failure|downtime))?\W*$/iu;

/** The row of a table, "| Root cause | A valve that opens by itself |": where its words begin and end. */
export function filledRow({ block, first, lower }: Sentence): readonly [number, number] | undefined {
  if (block.kind !== "table-cell" || !first || !rowOfCause.test(block.rowLabel ?? "")) return undefined;
  if (!isFilled(lower) || many.test(lower) || !/[a-z\uE000] +[a-z\uE000]/u.test(lower)) return undefined;
  return [lower.search(/\S/u), lower.trimEnd().length];
}

const asked =
  /^\W*(?:and |so )?(?:the|its|our) (?:\w+ )?(?:root[ -])?(?:cause|culprit|reason|explanation)\?\s*$/u;

/** "The root cause? A script that ran at noon." */
export function asksAndAnswers({ lower, text, start, block }: Sentence): boolean {
  if (!asked.test(lower)) return false;
  const answer = block.text.slice(start + text.length).toLowerCase();
  return /^\s*[\p{L}\d]/u.test(answer) && isFilled(answer) && !many.test(answer);
}
