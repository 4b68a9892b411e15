import type { Answers, Question } from "../proposal/question.ts";

/** Collects what has to be asked, once per id, and gives the answers already known. */
export class Questions {
  private readonly asked = new Map<string, Question>();
  private readonly answers: Answers;

  private readonly prefix: string;

  /** `prefix` keeps the questions of several incidents in one file apart; callers below use ids without it. */
  constructor(answers: Answers | undefined, prefix: string) {
    this.answers = answers ?? {};
    this.prefix = prefix;
  }

  answer(id: string): string | undefined {
    const full = this.prefix + id;
    return Object.hasOwn(this.answers, full) ? this.answers[full] : undefined;
  }

  /** Adds a question unless it is there already, and returns its id. */
  ask(question: Question): string {
    const id = this.prefix + question.id;
    if (!this.asked.has(id)) this.asked.set(id, { ...question, id });
    return id;
  }

  /** In the order of the document. */
  list(): Question[] {
    return [...this.asked.values()].toSorted((a, b) => a.line - b.line);
  }
}

/** A short stable id of a text (FNV-1a, 32 bit): the same row asks under the same id however often it is read. */
export function shortId(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}
