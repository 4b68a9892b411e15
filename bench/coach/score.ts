import type { Half } from "./labels.ts";

/** Right, wrong and missed remarks of one rule on one half. */
export interface Score {
  right: number;
  wrong: number;
  missed: number;
}

/** Scores by half and rule. */
export class ScoreBoard {
  readonly #scores = new Map<string, Score>();

  add(half: Half, rule: string, kind: keyof Score): void {
    this.of(half, rule)[kind] += 1;
  }

  of(half: Half, rule: string): Score {
    const key = `${half} ${rule}`;
    const score = this.#scores.get(key) ?? { right: 0, wrong: 0, missed: 0 };
    this.#scores.set(key, score);
    return score;
  }
}

/** One line of the table: precision and recall with the counts behind them. */
export function describeScore(name: string, { right, wrong, missed }: Score): string {
  const precision = share(right, right + wrong);
  const recall = share(right, right + missed);
  return `  ${name.padEnd(22)} precision ${precision}  recall ${recall}   right ${right}, wrong ${wrong}, missed ${missed}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? "   —  " : `${((100 * part) / whole).toFixed(1).padStart(5)}%`;
}
