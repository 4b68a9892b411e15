import { analyse } from "../text/analyse.ts";
import type { Token } from "../text/analyse.ts";
import { roughPattern } from "./rough.ts";

/** Whether the words of a phrase stand together, in order, in a text. Compared by stem; small words count. */
export function containsPhrase(text: string, phrase: string): boolean {
  const wanted = analyse(phrase)
    .filter((token) => !token.whole)
    .map(termOf);
  if (wanted.length === 0) return true;
  // Words of other scripts may be written with accents that folding removes: those texts are read whole.
  if (/[^\p{ASCII}]/u.test(phrase) || /\p{M}|[À-ÿ]/u.test(text)) return holds(text, wanted);
  const rough = new RegExp(wanted.map(roughPattern).join("[\\p{L}\\p{N}'’]*[^\\p{L}\\p{N}]*"), "giu");
  for (const match of text.matchAll(rough)) {
    if (holds(around(text, match.index, match.index + match[0].length), wanted)) return true;
  }
  return false;
}

const margin = 40;

/** The match with whole words on both sides. */
function around(text: string, from: number, to: number): string {
  const start = text.lastIndexOf(" ", Math.max(0, from - 1)) + 1;
  const end = text.indexOf(" ", to);
  return text.slice(Math.max(start, from - margin), end === -1 ? text.length : Math.min(end, to + margin));
}

function holds(text: string, wanted: readonly string[]): boolean {
  const byPosition = new Map<number, string[]>();
  for (const token of analyse(text)) {
    byPosition.set(token.position, [...(byPosition.get(token.position) ?? []), termOf(token)]);
  }
  return [...byPosition.keys()].some((position) =>
    wanted.every((term, offset) => byPosition.get(position + offset)?.includes(term) ?? false),
  );
}

function termOf(token: Token): string {
  return token.stop ? token.word : token.term;
}
