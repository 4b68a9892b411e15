/**
 * How many letters were inserted, dropped, changed or swapped with their neighbour between two words (optimal string
 * alignment). Gives up beyond `most` and returns most + 1.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const cost = cell({ a, b, i, j, row, previous, before });
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length] ?? most + 1, most + 1);
}

interface Cell {
  readonly a: string;
  readonly b: string;
  readonly i: number;
  readonly j: number;
  readonly row: readonly number[];
  readonly previous: readonly number[];
  readonly before: readonly number[];
}

function cell({ a, b, i, j, row, previous, before }: Cell): number {
  const far = Number.POSITIVE_INFINITY;
  const same = a[i - 1] === b[j - 1];
  const changed = (previous[j - 1] ?? far) + (same ? 0 : 1);
  const cost = Math.min(changed, (previous[j] ?? far) + 1, (row[j - 1] ?? far) + 1);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
  return swapped ? Math.min(cost, (before[j - 2] ?? far) + 1) : cost;
}

/** Typing errors that a word of this length is forgiven: none up to three letters, one up to seven, then two. */
export function forgivenEdits(word: string): number {
  if (word.length <= 3 || /\d/.test(word)) return 0;
  return word.length <= 7 ? 1 : 2;
}
