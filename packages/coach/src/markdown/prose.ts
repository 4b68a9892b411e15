/** One stretch of running text with its way back to the Markdown it came from. */

import type { SectionKind } from "./sections.ts";

/** Where a stretch of text stands. */
export type BlockKind = "paragraph" | "heading" | "list-item" | "table-cell" | "table-header";

export interface Prose {
  kind: BlockKind;
  section: SectionKind;
  /** In a table's cell: the text of the first cell of its row. */
  rowLabel?: string;
  /**
   * The text as the rules read it: straight apostrophes, single spaces for line breaks, and every stretch that is not
   * the author's own prose (code, links, quotations) replaced by MASK of the same length.
   */
  text: string;
  /** For each UTF-16 unit of `text` its offset in the Markdown. */
  offsets: readonly number[];
  /** Offset in the Markdown just behind each unit; differs from offset + 1 for entities and escapes. */
  ends: readonly number[];
}

/** Stands for text that is not the author's prose. It is a word to the rules, and never part of a pattern. */
export const MASK = "\uE000";

/** Collects text unit by unit together with its positions. */
export class ProseBuilder {
  #text = "";
  readonly #offsets: number[] = [];
  readonly #ends: number[] = [];

  add(unit: string, offset: number, end: number): void {
    this.#text += unit;
    this.#offsets.push(offset);
    this.#ends.push(end);
  }

  /** A masked word for source[start, end). One unit is enough: rules never flag it. */
  mask(start: number, end: number): void {
    this.add(MASK, start, end);
  }

  /** Copies this text to another builder, with everything inside the given ranges masked. */
  copyOutside(ranges: readonly (readonly [number, number])[], target: ProseBuilder): void {
    for (const [index, offset] of this.#offsets.entries()) {
      const inside = ranges.some(([start, end]) => offset >= start && offset < end);
      target.add(inside ? MASK : (this.#text[index] ?? ""), offset, this.#ends[index] ?? offset);
    }
  }

  /** The text so far as a block, or undefined when it holds no word. */
  finish(kind: BlockKind, section: SectionKind): Prose | undefined {
    if (!/[A-Za-z]/u.test(this.#text)) return undefined;
    return { kind, section, text: this.#text, offsets: this.#offsets, ends: this.#ends };
  }
}
