/**
 * Finds the next line that closes something. All of them are looked up once: asking line by line would take the square of
 * the length for a file of nothing but openings.
 */
export class Closings {
  private readonly lines: readonly string[];
  private readonly pattern: RegExp;
  private next: Int32Array | null = null;

  constructor(lines: readonly string[], pattern: RegExp) {
    this.lines = lines;
    this.pattern = pattern;
  }

  /** 0-based index of the first line at or after `at` that matches, -1 where there is none. */
  after(at: number): number {
    this.next ??= this.built();
    return this.next[at] ?? -1;
  }

  private built(): Int32Array {
    const next = new Int32Array(this.lines.length).fill(-1);
    let last = -1;
    for (let at = this.lines.length - 1; at >= 0; at -= 1) {
      if (this.pattern.test(this.lines[at] ?? "")) last = at;
      next[at] = last;
    }
    return next;
  }
}
