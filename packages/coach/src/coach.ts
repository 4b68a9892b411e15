import { ruleText } from "./catalogue.ts";
import { type Sentence, sentencesOf } from "./language/sentences.ts";
import { proseBlocks } from "./markdown/blocks.ts";
import { chatRanges } from "./markdown/chat.ts";
import { blankFrontMatter } from "./markdown/frontmatter.ts";
import { parseInChunks } from "./markdown/chunks.ts";
import { blankDeepNesting } from "./markdown/nesting.ts";
import { Places } from "./markdown/places.ts";
import type { Prose } from "./markdown/prose.ts";
import { readSuppressions, type Suppressions } from "./markdown/suppressions.ts";
import type { CoachOptions, Remark, RuleId } from "./remark.ts";
import type { Finding, Rule } from "./rules/finding.ts";
import { ruleSet } from "./rules/rule-set.ts";

/**
 * Reads Markdown and returns remarks in the order of the text. Pure, synchronous, no input makes it throw.
 * Code, links, quotations, HTML, front matter and chat lines are not read.
 */
export function coach(markdown: string, options: CoachOptions = {}): Remark[] {
  const source = blankDeepNesting(blankFrontMatter(markdown));
  const chunks = parseInChunks(source);
  const context = options.context ?? "document";
  const section =
    context === "countermeasure" ? "actions" : context === "timeline-event" ? "timeline" : "narrative";
  const suppressions = readSuppressions(chunks);
  const active = ruleSet.filter(([id]) => options.rules === undefined || options.rules.includes(id));
  const places = new Places(markdown);
  const remarks = invalidSuppressions(suppressions, markdown, places);
  for (const block of proseBlocks(chunks, source, chatRanges(source), section)) {
    for (const sentence of sentencesOf(block, context)) {
      for (const [id, rule] of active) {
        for (const remark of apply(id, rule, sentence, markdown, places)) {
          if (!isSuppressed(remark, suppressions)) remarks.push(remark);
        }
      }
    }
  }
  return remarks.toSorted((a, b) => a.start.offset - b.start.offset || a.end.offset - b.end.offset);
}

function apply(id: RuleId, rule: Rule, sentence: Sentence, markdown: string, places: Places): Remark[] {
  const found: Remark[] = [];
  let last = -1;
  for (const finding of rule(sentence).toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (finding.start < last) continue;
    last = finding.end;
    found.push(remarkOf(id, finding, sentence, markdown, places));
  }
  return found;
}

function remarkOf(
  id: RuleId,
  finding: Finding,
  sentence: Sentence,
  markdown: string,
  places: Places,
): Remark {
  const [start, end] = sourceRange(
    sentence.block,
    sentence.start + finding.start,
    sentence.start + finding.end,
  );
  return {
    ruleId: id,
    severity: "error",
    start: places.at(start),
    end: places.at(end),
    text: markdown.slice(start, end),
    message: finding.message,
    question: finding.question ?? ruleText(id).question,
  };
}

function sourceRange(block: Prose, from: number, to: number): [number, number] {
  const start = block.offsets[from] ?? 0;
  return [start, Math.max(start, block.ends[to - 1] ?? start)];
}

function isSuppressed(remark: Remark, suppressions: Suppressions): boolean {
  return suppressions.valid.some(
    ({ rules, range: [start, end] }) =>
      remark.start.offset >= start && remark.start.offset < end && rules.some((id) => id === remark.ruleId),
  );
}

function invalidSuppressions(suppressions: Suppressions, markdown: string, places: Places): Remark[] {
  return suppressions.invalid.map(({ range: [start, end], problem }) => ({
    ruleId: "suppression",
    severity: "warning",
    start: places.at(start),
    end: places.at(end),
    text: markdown.slice(start, end),
    message:
      problem === "no reason"
        ? "This comment gives no reason, so nothing is suppressed. Write one after two dashes."
        : "This comment names no rule of the coach, so nothing is suppressed.",
    question: "What would the next reader need to know to leave this sentence as it is?",
  }));
}
