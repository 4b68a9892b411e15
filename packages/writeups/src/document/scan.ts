import type { Block, Item, TableRow, TextBlock } from "./block.ts";
import { cellsOf, isDelimiterRow, isPipeRow } from "./cells.ts";
import { Closings } from "./closings.ts";
import { headingOfHtml, itemsOfHtml, textOfHtml, withoutInlineTags } from "./htmlText.ts";
import { tableOfHtml } from "./htmlTable.ts";
import { breaksText } from "./label.ts";

/*
 * A line scanner instead of a full Markdown parser, for two reasons found by measurement and reading: parsing 1.9 MB in
 * one paragraph took 138 s there, and real timelines are often not valid Markdown (unclosed rows, tables without a
 * delimiter row, rows with blank lines between). It sees each line once.
 */

/** Characters of a line that are looked at; what is beyond stays in the original. No person writes such a line. */
const longestLine = 20_000;

const fenceLine = /^\s{0,12}(`{3,}|~{3,})(.*)$/;
const atxHeading = /^\s{0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const looseHeading = /^(#{1,6})([^\s#!].*)$/;
/** `h2. Timeline`, as Jira and older Confluence pages write it. */
const wikiHeading = /^h([1-6])\.\s+(\S.*)$/;
const listItem = /^([ \t]*)([-*+•–]|\d{1,4}[.)])[ \t]+(\S.*)$/;
const checkBox = /^\[([ xX✓✔]?)\][ \t]+(?=\S)/;
const htmlBlock =
  /^\s{0,3}<\/?(?:address|article|aside|base|body|br|center|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|img|li|link|main|menu|meta|nav|ol|p|picture|script|section|source|style|summary|table|tbody|td|tfoot|th|thead|title|tr|ul|video)(?:[\s/>]|$)/i;
const underlineBelow = /^\s{0,3}(?:=+|-{2,})\s*$/;
const ruleLine = /^\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Blocks of the lines from `start` (0-based index into `lines`) to the end. */
export function scan(lines: readonly string[], start = 0): Block[] {
  return new Scanner(lines).run(start);
}

const width = (blank: string): number => blank.replaceAll("\t", "    ").length;

/** In a table written without outer pipes a row that begins with one has an empty first cell. */
function rowCells(line: string, head: string, header: TableRow | null): string[] {
  const cells = cellsOf(line);
  const openHead = header !== null && !isPipeRow(head);
  return openHead && isPipeRow(line) && cells.length === header.cells.length - 1 ? ["", ...cells] : cells;
}

class Scanner {
  private readonly blocks: Block[] = [];
  private readonly lines: readonly string[];
  /** Indents of the open list, outermost first. */
  private indents: number[] = [];
  private paragraph: TextBlock | null = null;
  private item: Item | null = null;
  private afterBlank = false;
  private readonly commentEnds: Closings;
  private readonly tableEnds: Closings;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.commentEnds = new Closings(lines, /-->/);
    this.tableEnds = new Closings(lines, /<\/table\s*>/i);
  }

  run(start: number): Block[] {
    for (let at = start; at < this.lines.length;) at = this.step(at);
    return this.blocks;
  }

  private text(at: number): string {
    // U+2011 is the hyphen that does not break: 2025‑05‑20.
    return withoutInlineTags((this.lines[at] ?? "").slice(0, longestLine)).replaceAll("\u2011", "-");
  }

  /** Reads one block or line and returns the index after it. */
  private step(at: number): number {
    const line = this.text(at);
    if (line.trim() === "") {
      this.paragraph = null;
      this.afterBlank = true;
      return at + 1;
    }
    const next =
      this.code(at) ??
      this.comment(at) ??
      this.heading(at) ??
      this.underline(at) ??
      this.rule(at) ??
      this.table(at) ??
      this.listed(at) ??
      this.quote(at) ??
      this.html(at) ??
      this.plain(at);
    this.afterBlank = false;
    return next;
  }

  private close(): void {
    this.paragraph = null;
    this.item = null;
    this.indents = [];
  }

  /** True where an indented line belongs to the open list item. */
  private inItem(line: string): boolean {
    const blank = /^[ \t]*/.exec(line)?.[0] ?? "";
    return this.item !== null && width(blank) > (this.indents[this.item.depth] ?? 0) + 1;
  }

  private addDetail(text: string, line: number): void {
    if (this.item === null) return;
    this.item.detail += (this.item.detail === "" ? "" : "\n\n") + text;
    this.item.endLine = line;
  }

  private code(at: number): number | null {
    const open = fenceLine.exec(this.text(at));
    const mark = open?.[1];
    if (mark === undefined || (mark.startsWith("`") && (open?.[2] ?? "").includes("`"))) return null;
    let end = at + 1;
    while (end < this.lines.length && !this.closes(this.text(end), mark)) end += 1;
    const inside = this.lines.slice(at + 1, end).join("\n");
    const last = Math.min(end + 1, this.lines.length);
    if (this.inItem(this.text(at))) this.addDetail(this.lines.slice(at, last).join("\n"), last);
    else {
      this.close();
      this.blocks.push({ kind: "code", text: inside, line: at + 1, endLine: last });
    }
    this.paragraph = null;
    return end + 1;
  }

  private closes(line: string, mark: string): boolean {
    const trimmed = line.trim();
    return trimmed.length >= mark.length && trimmed === (mark[0] ?? "`").repeat(trimmed.length);
  }

  /** Comments hold a template's instructions; they are no part of the account. */
  private comment(at: number): number | null {
    if (!/^\s*<!--/.test(this.text(at))) return null;
    const end = this.commentEnds.after(at);
    this.paragraph = null;
    // An unclosed comment would swallow the rest; it is one line then.
    return end < 0 ? at + 1 : end + 1;
  }

  private heading(at: number): number | null {
    const line = this.text(at);
    const found = atxHeading.exec(line) ?? looseHeading.exec(line);
    const wiki = wikiHeading.exec(line);
    const html = wiki || found ? null : headingOfHtml(line);
    if (wiki?.[2] !== undefined) return this.headed(Number(wiki[1]), wiki[2], at);
    if (html) return this.headed(html.level, html.text, at);
    // `#123 was merged` is a reference, not a heading.
    if (!found?.[1] || (found[1].length === 1 && /^#\d/.test(line))) return null;
    return this.headed(found[1].length, (found[2] ?? "").trim(), at);
  }

  private headed(level: number, text: string, at: number): number {
    this.close();
    this.blocks.push({ kind: "heading", level, text, line: at + 1, endLine: at + 1 });
    return at + 1;
  }

  private underline(at: number): number | null {
    const line = this.text(at);
    const open = this.paragraph;
    if (open === null || this.afterBlank || !underlineBelow.test(line)) return null;
    const level = line.trim().startsWith("=") ? 1 : 2;
    if (open.endLine - open.line > 2) return null;
    this.blocks.pop();
    this.close();
    this.blocks.push({
      kind: "heading",
      level,
      text: open.text.replaceAll("\n", " ").trim(),
      line: open.line,
      endLine: at + 1,
    });
    return at + 1;
  }

  private rule(at: number): number | null {
    if (!ruleLine.test(this.text(at))) return null;
    this.close();
    this.blocks.push({ kind: "rule", line: at + 1, endLine: at + 1 });
    return at + 1;
  }

  private table(at: number): number | null {
    const first = this.text(at);
    const headed = first.includes("|") && isDelimiterRow(this.text(at + 1)) && !isDelimiterRow(first);
    if (!headed && !isPipeRow(first)) return null;
    this.close();
    const block: Block = { kind: "table", header: null, rows: [], line: at + 1, endLine: at + 1 };
    // `|| Time || Event ||` is a header row of Jira and Confluence.
    const wiki = !headed && /^\s*\|\|.*\|\|\s*$/.test(first);
    if (headed || wiki)
      block.header = {
        cells: cellsOf(wiki ? first.replaceAll("||", "|") : first),
        line: at + 1,
        endLine: at + 1,
      };
    let end = headed ? at + 2 : wiki ? at + 1 : at;
    for (; end < this.lines.length; end += 1) {
      const line = this.text(end);
      const last = block.rows.at(-1);
      if (isDelimiterRow(line)) continue;
      if (isPipeRow(line) || (headed && line.includes("|")))
        block.rows.push({ cells: rowCells(line, first, block.header), line: end + 1, endLine: end + 1 });
      else if (last && !this.endsTable(end)) {
        // A cell that was broken over several lines: it goes on in the last cell.
        last.cells[last.cells.length - 1] = `${last.cells.at(-1) ?? ""} ${line.trim()}`.trim();
        last.endLine = end + 1;
      } else break;
    }
    block.endLine = end;
    this.blocks.push(block);
    return Math.max(end, at + 1);
  }

  private endsTable(at: number): boolean {
    const line = this.text(at);
    const before = this.text(at - 1).trimEnd();
    return (
      line.trim() === "" ||
      before.endsWith("|") ||
      atxHeading.test(line) ||
      listItem.test(line) ||
      fenceLine.test(line) ||
      /^\s*<|^\s*>/.test(line)
    );
  }

  private listed(at: number): number | null {
    const found = listItem.exec(this.text(at));
    const [, blank, marker, rest] = found ?? [];
    if (blank === undefined || marker === undefined || rest === undefined) return null;
    // A dash within a paragraph ("10:00\n– foo") still starts an item; a number must be 1 or continue a list.
    if (this.paragraph && !this.afterBlank && /^\d/.test(marker) && !/^1[.)]/.test(marker)) return null;
    const indent = width(blank);
    while (this.indents.length > 0 && indent < (this.indents.at(-1) ?? 0)) this.indents.pop();
    if (this.indents.length === 0 || indent > (this.indents.at(-1) ?? 0) + 1) this.indents.push(indent);
    const box = checkBox.exec(rest);
    this.item = {
      kind: "item",
      depth: this.indents.length - 1,
      ordered: /^\d/.test(marker),
      checked: box ? (box[1] ?? "").trim() !== "" : null,
      text: box ? rest.slice(box[0].length) : rest,
      detail: "",
      line: at + 1,
      endLine: at + 1,
    };
    this.paragraph = null;
    this.blocks.push(this.item);
    return at + 1;
  }

  private quote(at: number): number | null {
    if (!/^\s{0,3}>/.test(this.text(at))) return null;
    let end = at;
    while (end < this.lines.length && /^\s{0,3}>/.test(this.text(end))) end += 1;
    const text = this.lines
      .slice(at, end)
      .map((line) => line.slice(0, longestLine).replace(/^\s{0,3}>[ \t]?/, ""))
      .join("\n");
    this.close();
    this.blocks.push({ kind: "quote", text, line: at + 1, endLine: end });
    return end;
  }

  private html(at: number): number | null {
    const line = this.text(at);
    if (!htmlBlock.test(line)) return null;
    const made = /^\s*<table[\s>]/i.test(line) ? tableOfHtml(this.lines, at, this.tableEnds.after(at)) : null;
    if (made) {
      this.close();
      this.blocks.push(made);
      return made.endLine;
    }
    const items = itemsOfHtml(line);
    if (items.length > 0) {
      this.close();
      for (const text of items)
        this.blocks.push({
          kind: "item",
          depth: 0,
          ordered: false,
          checked: null,
          text,
          detail: "",
          line: at + 1,
          endLine: at + 1,
        });
      return at + 1;
    }
    const told = textOfHtml(line);
    if (told !== "") return this.plain(at, told);
    if (this.inItem(line)) this.addDetail(line.trim(), at + 1);
    else {
      this.paragraph = null;
      this.item = null;
      this.blocks.push({ kind: "html", text: line.trim(), line: at + 1, endLine: at + 1 });
    }
    return at + 1;
  }

  private plain(at: number, line = this.text(at)): number {
    const above = this.afterBlank ? null : (this.lines[at - 1]?.trim() ?? null);
    // A label closes what stands above it, and what follows begins anew; an underlined one is a heading.
    if (!this.inItem(line) && breaksText(line, above) && !underlineBelow.test(this.text(at + 1))) {
      this.close();
      this.blocks.push({ kind: "paragraph", text: line.trim(), line: at + 1, endLine: at + 1 });
      return at + 1;
    }
    if (this.paragraph && !this.afterBlank) {
      this.paragraph.text += `\n${line.trim()}`;
      this.paragraph.endLine = at + 1;
    } else if (this.item && (!this.afterBlank || this.inItem(line)))
      this.continueItem(this.item, line.trim(), at + 1);
    else {
      this.close();
      this.paragraph = { kind: "paragraph", text: line.trim(), line: at + 1, endLine: at + 1 };
      this.blocks.push(this.paragraph);
    }
    return at + 1;
  }

  private continueItem(item: Item, line: string, lineNumber: number): void {
    if (this.afterBlank) this.addDetail(line, lineNumber);
    else if (item.detail === "") item.text += `\n${line}`;
    else item.detail += `\n${line}`;
    item.endLine = lineNumber;
  }
}
