import { analyse } from "../text/analyse.ts";
import type { Token } from "../text/analyse.ts";
import { roughPattern } from "./rough.ts";

/** Whether the words of a phrase stand together, in order, in a text. Compared by stem; small words count. */
export function containsPhrase(text: string, phrase: string): boolean {
  return phraseFinder(phrase)(text);
}

/** The same for many texts: the phrase is prepared once. */
export function phraseFinder(phrase: string): (text: string) => boolean {
  const wanted = analyse(phrase)
    .filter((token) => !token.whole)
    .map(termOf);
  if (wanted.length === 0) return () => true;
  const plain = !/[^\p{ASCII}]/u.test(phrase);
  const rough = new RegExp(wanted.map(roughPattern).join("[\\p{L}\\p{N}'’]*[^\\p{L}\\p{N}]*"), "giu");
  return (text) => {
    // Folding removes accents, the rough pattern does not see through them: such texts are read whole.
    if (!plain || /[\u00C0-\u024F]|[\u0300-\u036F]/.test(text)) return holds(text, wanted);
    for (const match of text.matchAll(rough)) {
      if (holds(around(text, match.index, match.index + match[0].length), wanted)) return true;
    }
    return false;
  };
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
