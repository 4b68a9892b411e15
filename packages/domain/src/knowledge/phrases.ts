import { lightStem } from "./text/stem.ts";
import { fold } from "./text/analyse.ts";
import type { Token } from "./text/analyse.ts";
import type { Concept } from "./vocabulary/concept.ts";

/** One step of a phrase: which stems fit, and how far from the step before. */
interface Step {
  readonly stems: ReadonlySet<string>;
  readonly optional: boolean;
  /** Largest number of other words between this step and the one before. */
  readonly gap: number;
}

interface Phrase {
  readonly concept: string;
  readonly steps: readonly Step[];
  /** How much one occurrence says: several words more than one, a hint least. */
  readonly strength: number;
}

export interface PhraseMatch {
  readonly concept: string;
  readonly strength: number;
  /** Offsets of the match in the sentence, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Phrases arranged by the stems they can begin with. */
export interface PhraseBook {
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** Every stem a phrase mentions: decides whether "PostgreSQL" is read as one word or as "postgre" and "sql". */
  readonly stems: ReadonlySet<string>;
}

const adjacentGap = 0;
const looseGap = 4;
const nearGap = 7;

/** Compiles the phrases of a vocabulary; see vocabulary/concept.ts for the notation. */
export function phraseBook(vocabulary: readonly Concept[]): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  const stems = new Set<string>();
  for (const concept of vocabulary) {
    for (const line of concept.phrases) {
      for (const phrase of compile(concept.id, line)) {
        register(byFirst, phrase);
        for (const step of phrase.steps) for (const stem of step.stems) stems.add(stem);
      }
    }
  }
  return { byFirst, stems };
}

function register(book: Map<string, Phrase[]>, phrase: Phrase): void {
  for (const first of phrase.steps[0]?.stems ?? []) {
    const held = book.get(first);
    if (held) held.push(phrase);
    else book.set(first, [phrase]);
  }
}

function compile(concept: string, line: string): Phrase[] {
  const hint = line.startsWith("? ");
  const words = (hint ? line.slice(2) : line).split(/\s+/);
  const steps: Step[] = [];
  let gap = adjacentGap;
  let eitherOrder = false;
  for (const word of words) {
    if (word === "..") gap = looseGap;
    else if (word === "~") {
      gap = nearGap;
      eitherOrder = true;
    } else {
      steps.push({ stems: stemsOf(word), optional: word.endsWith("?"), gap });
      gap = adjacentGap;
    }
  }
  const required = steps.filter((step) => !step.optional).length;
  const strength = hint ? 0.33 : required === 1 ? 0.7 : 1;
  const straight = { concept, steps, strength };
  if (!eitherOrder) return [straight];
  const turned = steps.toReversed().map((step, at) => ({ ...step, gap: at === 0 ? adjacentGap : nearGap }));
  return [straight, { concept, steps: turned, strength }];
}

function stemsOf(word: string): ReadonlySet<string> {
  return new Set(
    word
      .replace(/\?$/, "")
      .split("|")
      .map((form) => lightStem(fold(form.replace(/['’].*$/, "")))),
  );
}

/** Finds every phrase in the tokens of one sentence. Small grammatical words never stand in a phrase's way. */
export function matchPhrases(book: PhraseBook, sentence: readonly Token[]): PhraseMatch[] {
  const tokens = readable(book, sentence);
  const found: PhraseMatch[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const begin = tokens[at];
    if (!begin) continue;
    for (const phrase of book.byFirst.get(begin.light) ?? []) {
      const to = follow(tokens, phrase.steps, at);
      if (to !== undefined)
        found.push({
          concept: phrase.concept,
          strength: phrase.strength,
          from: begin.start,
          to: tokens[to]?.end ?? begin.end,
        });
    }
  }
  return found;
}

function follow(tokens: readonly Read[], steps: readonly Step[], start: number): number | undefined {
  let at = start;
  for (const step of steps.slice(1)) {
    const next = nextFit(tokens, step, at);
    if (next === undefined) {
      if (step.optional) continue;
      return undefined;
    }
    at = next;
  }
  return at;
}

function nextFit(tokens: readonly Read[], step: Step, after: number): number | undefined {
  let skipped = 0;
  for (let at = after + 1; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) return undefined;
    if (step.stems.has(token.light)) return at;
    if (token.stop) continue;
    skipped += 1;
    if (skipped > step.gap) return undefined;
  }
  return undefined;
}

/** A word of the sentence as phrases see it. */
interface Read {
  readonly light: string;
  readonly stop: boolean;
  readonly start: number;
  readonly end: number;
}

/** One entry for each word: an identifier as a whole where the vocabulary knows it, else its pieces. */
function readable(book: PhraseBook, sentence: readonly Token[]): Read[] {
  const words: Read[] = [];
  let coveredTo = -1;
  for (const { word, whole, stop, start, end } of sentence) {
    const light = lightStem(word);
    if (whole && book.stems.has(light)) coveredTo = end;
    else if (whole || start < coveredTo) continue;
    words.push({ light, stop, start, end });
  }
  return words;
}
