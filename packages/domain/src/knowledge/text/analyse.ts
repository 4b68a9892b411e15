import { stem } from "./stem.ts";
import { stopWords } from "./stop-words.ts";

export interface Token {
  /** What is compared and indexed: folded, stemmed, short forms spelled out. */
  readonly term: string;
  /** The word as written, folded to lower case without accents. */
  readonly word: string;
  /** Offsets into the text given, in UTF-16 units; end is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Place among the words, from 0; words of an identifier get one each, the identifier shares its first. */
  readonly position: number;
  /** A grammatical word: it keeps its position and is not indexed. */
  readonly stop: boolean;
  /** An identifier as a whole (`foo_bar`, `10.0.0.1`), beside its words. */
  readonly whole: boolean;
}

const chunk = /[\p{L}\p{N}_]+(?:[.:][\p{L}\p{N}_]+)*(?:['’]\p{L}+)?/gu;
const address = /^\d{1,3}(?:\.\d{1,3}){3}$/;
const number = /^[\d.:]+$/;
const pieces = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+\p{N}*|\p{Lu}+\p{N}*|\p{N}+\p{Ll}*|\p{L}+/gu;
const longestTerm = 64;

/** Lower case, compatibility forms resolved, accents dropped: "Größe" → "große", "Ś" → "s". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase();
}

/**
 * Splits text into the terms that search and comparison use. Deterministic; the same function serves the index,
 * the query and the highlighting of snippets, so that what matches is what is marked.
 */
export function analyse(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  for (const match of text.matchAll(chunk)) {
    const [found] = match;
    const written = found.includes("'") || found.includes("’") ? found.replace(/['’]\p{L}+$/u, "") : found;
    const added = readChunk(written, match.index, position, tokens);
    position += added;
  }
  return tokens;
}

/** Appends the tokens of one run of letters, digits and joints; returns how many positions it took. */
function readChunk(written: string, offset: number, position: number, into: Token[]): number {
  const plain = plainWord(written);
  if (plain !== undefined) {
    into.push({ ...plain, start: offset, end: offset + written.length, position, whole: false });
    return 1;
  }
  if (address.test(written) || number.test(written)) {
    into.push(token(written, offset, position, false));
    return 1;
  }
  const words = splitIdentifier(written);
  const [first] = words;
  if (first === undefined) return 0;
  if (words.length > 1) into.push(token(written, offset, position, true));
  words.forEach((piece, index) => into.push(token(piece.text, offset + piece.at, position + index, false)));
  return words.length;
}

interface PlainWord {
  readonly term: string;
  readonly word: string;
  readonly stop: boolean;
}

const plainWords = new Map<string, PlainWord>();
const plainWordLimit = 50_000;

/** Most words are plain English in one case: their reading is remembered, which makes analysis several times faster. */
function plainWord(written: string): PlainWord | undefined {
  const known = plainWords.get(written);
  if (known !== undefined) return known;
  if (!/^[A-Za-z][a-z]*$/.test(written) || written.length > longestTerm) return undefined;
  const word = written.toLowerCase();
  const read = { term: stem(word), word, stop: stopWords.has(word) };
  if (plainWords.size >= plainWordLimit) plainWords.clear();
  plainWords.set(written, read);
  return read;
}

function splitIdentifier(written: string): { text: string; at: number }[] {
  const plain = /^(?:\p{L}\p{Ll}*|\p{Lu}+s?)$/u.test(written);
  if (plain) return [{ text: written, at: 0 }];
  const found = [...written.matchAll(pieces)].map((piece) => ({ text: piece[0], at: piece.index }));
  // "S3", "v2", "k8s" and "IPv6" are one word, not several.
  return written.length <= 5 && !/[._:]/.test(written) ? [{ text: written, at: 0 }] : found;
}

function token(written: string, start: number, position: number, whole: boolean): Token {
  const word = shortened(fold(written));
  return {
    term: whole && /[._:]/.test(written) ? word : stem(word),
    word,
    start,
    end: start + written.length,
    position,
    stop: stopWords.has(word),
    whole,
  };
}

/** Cut by characters, so that none is halved. */
function shortened(word: string): string {
  return word.length <= longestTerm ? word : Array.from(word).slice(0, longestTerm).join("");
}

/** The distinct terms of a text that are worth indexing or looking up. */
export function termsOf(text: string): Set<string> {
  return new Set(
    analyse(text)
      .filter((found) => !found.stop)
      .map((found) => found.term),
  );
}
