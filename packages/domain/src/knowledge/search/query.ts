import { parseFilter } from "./query-filters.ts";
import type { Filters, QueryProblem } from "./query-filters.ts";

/** What a person typed into the search box, understood. */
export interface ParsedQuery {
  /** Words to look for, as typed and in order, without those of phrases. */
  readonly words: readonly string[];
  /** Texts in quotes: their words must stand together in this order. */
  readonly phrases: readonly string[];
  /** Words that must not occur. */
  readonly excluded: readonly string[];
  readonly filters: Filters;
  /** Whether the last word may still be unfinished: it then matches by its beginning. */
  readonly unfinished: boolean;
  /** What was not understood; the rest still applies. */
  readonly problems: readonly QueryProblem[];
}

const longestQuery = 400;
const piece = /(-?)(?:(\p{L}+):(?:"([^"]*)"|(\S+))|"([^"]*)"?|(\S+))/gu;

/**
 * Understands a query: words, "phrases", -excluded and field filters (`severity:SEV1 service:payments tag:dns team:core
 * kind:incident after:2024-01-01 before:2024-12-31`). Never throws; at most 400 characters are read.
 */
export function parseQuery(text: string): ParsedQuery {
  const words: string[] = [];
  const phrases: string[] = [];
  const excluded: string[] = [];
  const problems: QueryProblem[] = [];
  let filters: Filters = {};
  let endsInWord = false;
  // PostgreSQL takes no NUL in a text.
  const read = text.slice(0, longestQuery).replaceAll("\u0000", " ");
  for (const match of read.matchAll(piece)) {
    const [, minus, field, quotedValue, value, phrase, word] = match;
    endsInWord = word !== undefined && minus === "";
    if (field !== undefined) {
      const given = quotedValue ?? value ?? "";
      const parsed = parseFilter(filters, field.toLowerCase(), given);
      if (parsed.kind === "filter") filters = parsed.filters;
      else if (parsed.kind === "problem") problems.push(parsed.problem);
      else words.push(`${field}:${given}`);
    } else if (phrase !== undefined) {
      if (phrase.trim() !== "") phrases.push(phrase.trim());
    } else if (word !== undefined) {
      if (minus === "-") excluded.push(word);
      else words.push(word);
    }
  }
  return {
    words,
    phrases,
    excluded,
    filters,
    unfinished: endsInWord && /[\p{L}\p{N}]$/u.test(read),
    problems,
  };
}
