/** What is done by accident and turns out well. */
const lucky =
  /^(?:found|discovered|noticed|fixed|solved|resolved|worked|caught|detected|recovered|stumbled)$/u;
const irregular =
  "ran|did|put|set|sent|left|cut|took|made|shut|hit|went|drew|gave|told|wrote|kept|got|began|broke|chose|drove|let|built|brought|lost|paid|read|said|sold|threw|withdrew|taken|given|gone|written|driven|broken|chosen|drawn|thrown|done";
const verb = new RegExp(String.raw`\b(?:[a-z]{3,}ed|${irregular})\b`, "u");

/**
 * Where the verb stands that "by mistake" at `index` belongs to. "She ran it, but it was on the other cluster by
 * mistake" still speaks of what she did: the verb of the sentence counts. Undefined where it
 * tells of luck. The place of the words themselves where no verb stands before them ("she has by mistake …").
 */
export function verbOfClause(lower: string, index: number): number | undefined {
  const clause = lower.slice(0, index).search(/(?:(?! that )[^,;:.])*$/u);
  const start = /^\W*(?:(?:but |and |only )?it (?:was|is|were)\b|$)/u.test(lower.slice(clause, index))
    ? 0
    : clause;
  const found = verb.exec(lower.slice(start, index));
  if (found === null) return /\b(?:has|have|had|was|were) $/u.test(lower.slice(0, index)) ? index : undefined;
  return lucky.test(found[0]) ? undefined : start + found.index;
}
