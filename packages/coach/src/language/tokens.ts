/** A word or a mark of punctuation with its place in a sentence. */
export interface Token {
  word: string;
  lower: string;
  start: number;
  end: number;
  isWord: boolean;
}

const token = /[\p{L}\d@\uE000_][\p{L}\d'@_.\uE000-]*[\p{L}\d_\uE000]|[\p{L}\d@\uE000]|\S/gu;

/** Words and punctuation of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(token)) {
    const word = found[0];
    tokens.push({
      word,
      lower: word.toLowerCase(),
      start: found.index,
      end: found.index + word.length,
      isWord: /[\p{L}\d\uE000]/u.test(word),
    });
  }
  return tokens;
}
