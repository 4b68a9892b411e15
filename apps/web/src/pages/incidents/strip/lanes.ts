/** Keeps labels along a line apart by giving each a lane of its own where they would touch. */
export interface Laned {
  readonly lane: number;
  /** Written to the left of its line, for want of room on the right. */
  readonly end: boolean;
}

const letterPx = 6.4;

/** A good guess is enough to keep labels apart. */
export function textWidth(text: string): number {
  return text.length * letterPx + 10;
}

/** Labels that would overlap go one line lower, five lines at most. */
export function assignLanes(labels: readonly { at: number; text: string }[], width: number): Laned[] {
  const taken: number[] = [];
  return labels.map(({ at, text }) => {
    const size = textWidth(text);
    const end = at + size > width;
    const left = end ? at - size : at;
    const free = taken.findIndex((until) => until <= left);
    const lane = free >= 0 ? free : Math.min(taken.length, 4);
    taken[lane] = end ? at : at + size;
    return { lane, end };
  });
}
