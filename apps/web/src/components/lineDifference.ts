/** Which lines two texts share, in order (longest common subsequence), so that a person sees at once where they part. */

export interface MarkedLine {
  readonly text: string;
  /** True when the other text has no such line at this place. */
  readonly own: boolean;
}

/** Past this many line pairs (after equal ends are set aside) the middle counts as wholly different: a person waits for this. */
const pairLimit = 4_000_000;

/** @returns the lines of both texts, each marked whether it is its own */
export function lineDifference(left: string, right: string): { left: MarkedLine[]; right: MarkedLine[] } {
  const a = left.split("\n");
  const b = right.split("\n");
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  const shared = sharedLines(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const mark = (lines: string[], inMiddle: ReadonlySet<number>) =>
    lines.map((text, index) => ({
      text,
      own: index >= head && index < lines.length - tail && !inMiddle.has(index - head),
    }));
  return { left: mark(a, shared.left), right: mark(b, shared.right) };
}

function sharedLines(a: readonly string[], b: readonly string[]): { left: Set<number>; right: Set<number> } {
  const result = { left: new Set<number>(), right: new Set<number>() };
  if (a.length * b.length > pairLimit) return result;
  const width = b.length + 1;
  const length = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => length[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      length[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  for (let i = 0, j = 0; i < a.length && j < b.length;)
    if (a[i] === b[j]) {
      result.left.add(i);
      result.right.add(j);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  return result;
}

/**
 * Both texts in one, each difference once: shared lines once, then what only the first has, then what only the second has.
 * Where the texts have paragraphs (an empty line within), an empty line keeps the two differences from becoming one paragraph.
 */
export function bothTexts(left: string, right: string): string {
  const difference = lineDifference(left, right);
  const paragraphs = /\n[^\S\n]*\n/.test(left) && /\n[^\S\n]*\n/.test(right);
  const merged: string[] = [];
  let j = 0;
  let afterOwn = false;
  const takeRight = () => {
    const first = difference.right[j];
    if (first?.own !== true) return;
    if (paragraphs && afterOwn && isWritten(merged.at(-1)) && isWritten(first.text)) merged.push("");
    for (; difference.right[j]?.own === true; j += 1) merged.push(difference.right[j]?.text ?? "");
  };
  for (const line of difference.left) {
    if (!line.own) {
      takeRight();
      j += 1;
    }
    merged.push(line.text);
    afterOwn = line.own;
  }
  takeRight();
  return merged.join("\n");
}

function isWritten(line: string | undefined): boolean {
  return line !== undefined && line.trim() !== "";
}
