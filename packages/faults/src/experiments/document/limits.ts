/** What a document may be at most: far beyond every real one, and read within a second. */
export const limits = {
  /** Bytes of text. */
  size: 5 * 1024 * 1024,
  /** Levels of lists and mappings. */
  depth: 100,
  /** Values after YAML aliases are followed; an alias counts as all that it stands for. */
  values: 500_000,
} as const;
