import { kindOfHeading } from "./sectionKind.ts";

const marked = /^(\*\*|__|\*|_)(?!\s)([^*_\n]{2,80}?)\1\s*:?\s*$|^([A-Z][A-Za-z' /-]{2,40}):\s*$/;
/** A line that only lacks its `##`: a name of a part above a list. */
const bare = /^[A-Z][A-Za-z]+(?: [A-Za-z]+){0,3}$/;
/** Names of parts so usual that they need no mark at all. */
const usual =
  /^(?:(?:incident|outage|issue|event|executive|brief) )?(?:timeline|summary|overview|impact|detection|resolution|recovery|root causes?|causes?|lessons? learn(?:ed|t)|next steps|action items?|follow[- ]?ups?|contributing factors?|what went (?:well|wrong)|attendees|participants)(?: (?:and|&) (?:resolution|recovery|prevention|impact|response))?$|^(?:corrective(?: (?:and|&) |\/))?(?:corrective|prevent(?:at)?ive) (?:measures|actions)$|^timeline of events$/i;

const isUsual = (text: string): boolean => usual.test(text.replace(/\([^()]*\)/g, "").trim());

/** The words of a line that stands for a heading (`**Timeline:**`, `Root Cause:`, `Action Items`), null for other lines. */
export function labelOf(line: string, beforeList: boolean): string | null {
  const text = line.replace(/[\p{Extended_Pictographic}\uFE0F\u200D]+/gu, "").trim();
  const found = marked.exec(text);
  const plain = isUsual(text) || (beforeList && bare.test(text)) ? text : "";
  const words = (found?.[2] ?? found?.[3] ?? plain).replace(/:\s*$/, "").trim();
  return words !== "" && !/\d{1,2}:\d{2}/.test(words) && kindOfHeading(words) !== "other" ? words : null;
}

/**
 * A label in the middle of running lines: `Root Cause:` always, a bare `Timeline` only where the line above it does not
 * look like text that goes on.
 */
export function breaksText(line: string, above: string | null): boolean {
  const text = line.trim();
  if (text.length > 90 || labelOf(text, false) === null) return false;
  return !isUsual(text) || above === null || above.length < 60 || /[.!?:;)\]"]$/.test(above);
}
