import { shortForms } from "../text/stem.ts";

/**
 * A pattern for how words of a term may begin in a text: its stem without the last letter ("certif" → "certi…"), or one of
 * its short forms. It finds too much rather than too little, and much faster than reading the text closely.
 */
export function roughPattern(term: string): string {
  // Stems end in "i" where the word ends in "y": "copi" stands for "copy".
  const beginning = term.length > 4 || /..i$/.test(term) ? term.slice(0, -1) : term;
  return `(?:${[beginning, ...shortForms(term)].map(escaped).join("|")})`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
