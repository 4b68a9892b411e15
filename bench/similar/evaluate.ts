/** One retrieval question of the benchmark: this write-up should find another one of its group. */
export interface Question {
  readonly group: string;
  /** "part": the same part failed; "mechanism": only the way it failed is the same. */
  readonly shares: "part" | "mechanism";
  readonly half: "tuned" | "held-out";
  /** Labelled after the vocabulary was written. */
  readonly late: boolean;
  readonly query: string;
  readonly relevant: ReadonlySet<string>;
}

export interface Outcome {
  readonly question: Question;
  /** Rank of the first relevant write-up, from 1; undefined when not among those returned. */
  readonly rank: number | undefined;
}

export interface Score {
  readonly questions: number;
  readonly hitAt5: number;
  readonly reciprocal: number;
}

/** Asks every question of `search`, which returns ids best first without the query itself. */
export function ask(questions: readonly Question[], search: (query: string) => readonly string[]): Outcome[] {
  const answers = new Map<string, readonly string[]>();
  return questions.map((question) => {
    const ranked = answers.get(question.query) ?? search(question.query);
    answers.set(question.query, ranked);
    const at = ranked.findIndex((id) => question.relevant.has(id));
    return { question, rank: at < 0 ? undefined : at + 1 };
  });
}

/** Share of questions answered within five, and the mean reciprocal rank, over those that pass. */
export function score(outcomes: readonly Outcome[], passes: (question: Question) => boolean): Score {
  const counted = outcomes.filter((outcome) => passes(outcome.question));
  const hits = counted.filter((outcome) => outcome.rank !== undefined && outcome.rank <= 5).length;
  const reciprocal = counted.reduce(
    (sum, outcome) => sum + (outcome.rank === undefined ? 0 : 1 / outcome.rank),
    0,
  );
  const questions = Math.max(1, counted.length);
  return { questions: counted.length, hitAt5: hits / questions, reciprocal: reciprocal / questions };
}
