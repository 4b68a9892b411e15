import { analyse } from "../text/analyse.ts";
import type { Token } from "../text/analyse.ts";

/** Whether the words of a phrase stand together, in order, in a text. Compared by stem; small words count. */
export function containsPhrase(text: string, phrase: string): boolean {
  const wanted = analyse(phrase).filter((token) => !token.whole);
  if (wanted.length === 0) return true;
  const byPosition = new Map<number, string[]>();
  for (const token of analyse(text))
    byPosition.set(token.position, [...(byPosition.get(token.position) ?? []), termOf(token)]);
  const firstTerm = wanted[0] ? termOf(wanted[0]) : "";
  for (const [position, terms] of byPosition) {
    if (!terms.includes(firstTerm)) continue;
    if (wanted.every((token, offset) => byPosition.get(position + offset)?.includes(termOf(token)) ?? false))
      return true;
  }
  return false;
}

function termOf(token: Token): string {
  return token.stop ? token.word : token.term;
}
