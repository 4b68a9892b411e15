/** What is wrong with an input, where, and what would be right. */
export interface Problem {
  /** Stable and dotted: `time.does_not_exist`. */
  code: string;
  /** A sentence for a person. */
  message: string;
  /** Names and indexes from the outermost value to the one that is meant; empty for the whole. */
  path: string[];
}

export function problem(code: string, message: string, ...path: string[]): Problem {
  return { code, message, path };
}
