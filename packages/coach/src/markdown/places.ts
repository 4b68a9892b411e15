import type { Point } from "../remark.ts";

/** Turns offsets of a text into lines and columns. Line ends are LF, CR LF or CR, as in Markdown. */
export class Places {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (const end of text.matchAll(/\r\n|\n|\r/gu)) this.#starts.push(end.index + end[0].length);
  }

  at(offset: number): Point {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1, offset };
  }
}
