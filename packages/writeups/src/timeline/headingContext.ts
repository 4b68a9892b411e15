import type { Block } from "../document/block.ts";
import { headingsOf, type Section } from "../document/section.ts";
import { dateAt } from "../moments/dateWords.ts";
import { momentAt } from "../moments/momentWords.ts";
import { zoneWithin } from "../moments/zoneWords.ts";
import type { NearDate, NearZone } from "./rawRow.ts";

/** The first date anywhere in a heading or other short text. */
export function dateIn(text: string, line: number): NearDate | null {
  const bare = text.replace(/[*_`]/g, "");
  for (const match of bare.matchAll(/(?<![\p{L}\d.:/-])[\p{L}\d]/gu)) {
    const found = dateAt(bare, match.index);
    if (found === null || found.date.sort === "next-day" || found.date.sort === "weekday") continue;
    return { words: found.date, given: bare.slice(match.index, found.end), line };
  }
  return null;
}

/** Headings at least as deep as this are read for dates of rows; the title is the document's date, not a row's. */
export function dateAbove(section: Section): NearDate | null {
  for (const heading of headingsOf(section)) {
    if (heading.level <= 1) continue;
    const found = dateIn(heading.heading, heading.line);
    if (found) return found;
  }
  return null;
}

/** `Timeline (UTC)` or a sentence below the heading: in the section itself or one it stands under. */
export function zoneAbove(section: Section): NearZone | null {
  for (const each of headingsOf(section)) {
    const words = each.level === 0 ? null : zoneWithin(each.heading.replace(/[*_`]/g, ""));
    if (words) return { words, from: "heading", line: each.line };
    const said = statementIn(each.blocks, each.kind === "timeline");
    if (said) return said;
  }
  return null;
}

/** A statement in the first blocks of a section; `loose` also takes a bare `(UTC)` or a line that is only a zone. */
function statementIn(blocks: readonly Block[], loose: boolean): NearZone | null {
  for (const block of blocks.slice(0, 6)) {
    if (block.kind !== "paragraph" && block.kind !== "quote" && block.kind !== "item") continue;
    // "Released on Tuesday morning (CET)" tells of that row only.
    if (block.kind === "item" && momentAt(block.text) !== null) continue;
    const found = zoneStatement(block.text.slice(0, 1_000), block.line, loose);
    if (found) return found;
  }
  return null;
}

const sentence = /\b(?:times?|timestamps?|time ?zones?|hours|timeline)\b(?! to\b)[^\n.;|]{0,60}/gi;
const bare =
  /\(\s*(?:in\s+)?(?:UTC|GMT|[A-Z]{2,5}T)(?:[+-]\d{1,2}(?::?\d{2})?)?\s*\)|^[\s*_(]*(?:in\s+)?(?:UTC|GMT|[A-Z]{2,5}T)[\s*_).]*$/gm;

/** Words that name the zone of all times: "All times in UTC", "(times are PST)", "Timezone: CET". */
export function zoneStatement(text: string, line: number, loose: boolean): NearZone | null {
  for (const pattern of loose ? [sentence, bare] : [sentence]) {
    for (const match of text.matchAll(pattern)) {
      // "at that time (15:00 UTC)" tells of one time, not of all.
      const said = match[0].replace(/[*_`]/g, "").split(/\d{1,2}:\d{2}/)[0] ?? "";
      const words = zoneWithin(said);
      if (words)
        return { words, from: "statement", line: line + text.slice(0, match.index).split("\n").length - 1 };
    }
  }
  return null;
}
