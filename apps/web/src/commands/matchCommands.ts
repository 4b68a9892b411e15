/** Which commands a few typed letters mean: every word must begin a word of the label or keywords; label hits come first. */
import type { Command } from "./registry.ts";

export function matchCommands(commands: readonly Command[], query: string): Command[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...commands];
  return commands
    .map((command) => ({ command, rank: rank(command, words) }))
    .filter(({ rank: score }) => score > 0)
    .toSorted((a, b) => b.rank - a.rank)
    .map(({ command }) => command);
}

/** 0 for no match. */
function rank(command: Command, words: readonly string[]): number {
  const label = command.label.toLocaleLowerCase();
  const others = (command.keywords ?? "").toLocaleLowerCase();
  let score = 1;
  for (const word of words) {
    if (label.startsWith(word)) score += 4;
    else if (begins(label, word)) score += 3;
    else if (begins(others, word)) score += 1;
    else return 0;
  }
  return score;
}

function begins(text: string, word: string): boolean {
  return text.split(/[\s-]+/).some((part) => part.startsWith(word));
}
