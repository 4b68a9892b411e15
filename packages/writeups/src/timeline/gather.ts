import type { Block, Item } from "../document/block.ts";
import type { Section } from "../document/section.ts";
import { epochWords } from "../moments/epochWords.ts";
import { momentAt, momentsWithin, type MomentWords } from "../moments/momentWords.ts";
import { dateAbove, dateIn, zoneAbove } from "./headingContext.ts";
import type { NearDate, NearZone, RawRow } from "./rawRow.ts";
import { innerRows, labelledMoment, textAfter, withoutBreak } from "./rowText.ts";
import { rowsOfTable, wholeDate } from "./tableRows.ts";
import { isTemplateRow } from "./templateRow.ts";

/** A label such as `**Resolution:** …` begins another subject; `Note:` is a remark about the timeline, not an event. */
const label = /^(?:\*\*|__)[^*_\n]{2,50}(?::(?:\*\*|__)|(?:\*\*|__):)|^(?:note|nb|n\.b\.)\b/i;

/** Reads the rows of one timeline section; `day` is a date that stands in a heading beside it. */
export function gather(section: Section, day: NearDate | null = null): RawRow[] {
  return new Gatherer(section, day).run();
}

class Gatherer {
  private readonly rows: RawRow[] = [];
  private readonly section: Section;
  private readonly zone: NearZone | null;
  private above: NearDate | null;
  private last: RawRow | null = null;
  private lastDepth = 0;
  /** The row of the heading itself: what stands below it tells what happened then. */
  private headed: RawRow | null = null;
  /** True while the last row was a paragraph: bullets below it tell more about it. */
  private afterParagraph = false;
  /** `**Detection time:**` above a nested time. */
  private caption = "";
  /** True where the rows write their times as `9.07`. */
  private readonly dotted: boolean;

  constructor(section: Section, day: NearDate | null) {
    this.section = section;
    this.above = dateAbove(section) ?? day;
    this.zone = zoneAbove(section);
    this.dotted = section.kind === "timeline" && writesDots(section.blocks);
  }

  run(): RawRow[] {
    this.headingRow();
    for (const block of this.section.blocks) this.read(block);
    return this.rows.some((row) => row.words !== null) ? this.rows : [];
  }

  private headingRow(): void {
    const { heading, line, level } = this.section;
    if (level <= 1 || level > 6) return;
    const row = this.timed(heading, line, line, false);
    if (!row?.words?.time) return;
    this.add(row, 0);
    this.headed = row;
  }

  /** Text below a time that stands alone is its event; more text below a heading belongs to it. */
  private belongs(text: string, endLine: number): boolean {
    const row = this.last;
    if (row === null || (row !== this.headed && (row.text !== "" || row.words?.time == null))) return false;
    if (row.text === "") row.text = text;
    else this.attach(text, endLine);
    row.endLine = Math.max(row.endLine, endLine);
    return true;
  }

  private read(block: Block): void {
    switch (block.kind) {
      case "table":
        for (const row of rowsOfTable(block, this.above, this.section.heading))
          this.add({ ...row, zone: row.zone ?? this.zone }, 0);
        break;
      case "item":
        this.item(block);
        break;
      case "paragraph":
        this.paragraph(block.text, block.line);
        break;
      case "code":
        this.code(block.text, block.line, block.endLine);
        break;
      case "quote":
        this.attach(block.text.replace(/^/gm, "> "), block.endLine);
        break;
      case "html":
        if (/^<img\s/i.test(block.text)) this.attach(block.text, block.endLine);
        break;
      case "heading":
      case "rule":
        break;
    }
  }

  private add(row: RawRow, depth: number): void {
    this.rows.push(row);
    this.last = row;
    this.lastDepth = depth;
  }

  private attach(markdown: string, endLine: number): void {
    if (this.last === null) return;
    this.last.detail += (this.last.detail === "" ? "" : "\n\n") + markdown;
    this.last.endLine = Math.max(this.last.endLine, endLine);
  }

  private blank(line: number, endLine: number): RawRow {
    return {
      words: null,
      beside: null,
      above: this.above,
      zone: this.zone,
      text: "",
      detail: "",
      actor: "",
      line,
      endLine,
      part: this.section.heading,
      prose: false,
    };
  }

  /** A row for a text that begins with a moment; null for other texts and for template rows. */
  private timed(text: string, line: number, endLine: number, prose: boolean): RawRow | null {
    const words = epochWords(text) ?? withTimeBehind(this.momentOf(text), text);
    if (words === null) {
      const labelled = this.section.kind === "timeline" ? labelledMoment(text) : null;
      return labelled ? { ...this.blank(line, endLine), ...labelled } : null;
    }
    const rest = textAfter(text, words.to);
    if (prose && words.time === null && !/^[\s*_)\]]*[:,–—-]/.test(text.slice(words.to))) return null;
    return { ...this.blank(line, endLine), words, text: rest };
  }

  private momentOf(text: string): MomentWords | null {
    const words = momentAt(this.dotted ? withColon(text) : text);
    return this.dotted && words ? { ...words, given: text.slice(words.from, words.to) } : words;
  }

  /** Adds a row, and those that were written behind it on the same line. */
  private addAll(row: RawRow, depth: number): void {
    const more = innerRows(row.text);
    if (more.length > 0) row.text = more[0]?.before ?? row.text;
    this.add(row, depth);
    for (const each of more)
      this.add({ ...this.blank(row.line, row.endLine), words: each.words, text: each.text }, depth);
  }

  private item(block: Item): void {
    const first = block.text.split("\n")[0] ?? "";
    const day = wholeDate(first.replace(/:$/, ""), block.line) ?? dayHeading(first, block.line);
    if (day) {
      this.above = day;
      this.last = null;
      return;
    }
    const row = this.timed(block.text, block.line, block.endLine, false);
    if (row) {
      if (isTemplateRow(block.text, row.text)) return;
      row.detail = block.detail;
      if (row.text === "" && block.depth > 0) row.text = this.caption;
      this.addAll(row, block.depth);
      this.afterParagraph = false;
    } else if (this.belongs(this.last?.text === "" ? block.text : `- ${block.text}`, block.endLine)) {
      return;
    } else if (this.last && this.afterParagraph) {
      this.attach(`${"  ".repeat(block.depth)}- ${block.text}`, block.endLine);
    } else if (this.last && block.depth > this.lastDepth) {
      this.attach(
        `${"  ".repeat(block.depth - this.lastDepth - 1)}- ${block.text}${block.detail === "" ? "" : `\n\n${block.detail}`}`,
        block.endLine,
      );
    } else if (this.last && !label.test(first) && !isTemplateRow(first, first)) {
      this.add(
        { ...this.blank(block.line, block.endLine), text: block.text, detail: block.detail },
        block.depth,
      );
    } else {
      this.last = null;
      this.caption = /^(.{2,60}):[\s*_]*$/.exec(first)?.[1]?.replace(/[*_]/g, "").trim() ?? "";
    }
  }

  private paragraph(text: string, line: number): void {
    let inParagraph = false;
    if (this.last === this.headed && this.headed?.text === "" && momentAt(text)?.time == null) {
      this.belongs(text, line + text.split("\n").length - 1);
      return;
    }
    for (const [index, each] of linesOfRows(text)) {
      const at = line + index;
      const day = wholeDate(each, at) ?? dayHeading(each, at);
      if (day) {
        this.above = day;
        this.last = null;
        continue;
      }
      if (this.rows.length === 0) this.above = dayOfPreface(each, at) ?? this.above;
      const row = this.timed(each, at, at, true);
      if (row && !isTemplateRow(each, row.text)) {
        this.addAll(row, 0);
        inParagraph = true;
        this.afterParagraph = true;
      } else if (this.last?.text === "" && this.belongs(withoutBreak(each), at)) {
        continue;
      } else if (inParagraph && this.last) {
        this.last.text += `${this.last.text === "" ? "" : "\n"}${withoutBreak(each)}`;
        this.last.endLine = at;
      } else if (label.test(each)) this.last = null;
      else this.attach(each, at);
    }
  }

  /** A timeline pasted as preformatted text: one row per line that begins with a time. */
  private code(text: string, line: number, endLine: number): void {
    const lines = text.split("\n");
    const timed = lines.filter((each) => momentAt(each)?.time).length;
    if (this.rows.length > 0 || timed < 2) {
      this.attach(`\`\`\`\n${text}\n\`\`\``, endLine);
      return;
    }
    for (const [index, each] of lines.entries()) {
      const row = this.timed(each, line + 1 + index, line + 1 + index, false);
      if (row) this.add(row, 0);
      else if (this.last && each.trim() !== "") this.last.text += `\n${each.trim()}`;
    }
  }
}

/** The lines of a paragraph with their numbers; a time behind `<br>` begins a line of its own. */
function linesOfRows(text: string): [number, string][] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      line
        .split(/(?<=<br\s*\/?>)\s*(?=[*_~]{0,3}\d{1,2}:\d{2})/i)
        .map((piece): [number, string] => [index, piece]),
    );
}

const dottedClock = /^([\s*_~]{0,6}(?:[01]?\d|2[0-3]))[.]([0-5]\d)(?=[\s*_])/;

const withColon = (text: string): string => text.replace(dottedClock, "$1:$2");

/** At least three texts begin with `9.07` and the clock never runs back: times of day, not quantities. */
function writesDots(blocks: readonly Block[]): boolean {
  const clocks = blocks.flatMap((block) =>
    block.kind === "paragraph" || block.kind === "item"
      ? block.text.split("\n").flatMap((line) => {
          const found = dottedClock.exec(line);
          return found ? [Number(found[1]?.replace(/\D/g, "")) * 60 + Number(found[2])] : [];
        })
      : [],
  );
  return (
    clocks.length >= 3 && clocks.every((clock, index) => index === 0 || clock >= (clocks[index - 1] ?? 0))
  );
}

/** "The following took place on Monday, May 4th, 2020": the date of the rows below. */
function dayOfPreface(text: string, line: number): NearDate | null {
  if (text.length > 300 || !/\b(?:times?|events?|timeline|following|took place)\b/i.test(text)) return null;
  if (momentAt(text) !== null || momentsWithin(text).some(({ time, end }) => time !== null || end !== null))
    return null;
  return dateIn(text, line);
}

/** `2021-08-27: At 12:50 UTC, …`: the time follows the date as words of the sentence. */
function withTimeBehind(words: MomentWords | null, text: string): MomentWords | null {
  if (words === null || words.unknown || words.time !== null || words.end !== null) return words;
  const gap = /^[\s:,–—-]+(?=(?:at|around|about)\s)/i.exec(text.slice(words.to))?.[0];
  if (gap === undefined) return words;
  const behind = momentAt(text, words.to + gap.length);
  if (behind === null || behind.time === null || behind.date !== null || behind.end !== null) return words;
  return { ...behind, date: words.date, given: `${words.given} ${behind.given}`, from: words.from };
}

/** `**Monday, 29 September (UTC)**` or `Day 2 – 2025-09-30:` alone on a line. */
function dayHeading(text: string, line: number): NearDate | null {
  const bold = /^(?:\*\*|__)([^*_]{4,60})(?:\*\*|__):?\s*$/.exec(text)?.[1];
  if (bold === undefined || momentAt(bold)?.time) return null;
  return dateIn(bold, line);
}
