import {
  asciiSets,
  escapedCharacter,
  fromOctal,
  writeCharacter,
  readClass,
  setOf,
  unicodeSets,
  type Writing,
} from "./characters.ts";
import { type Flags, readGlobalFlags, readPartFlags } from "./flags.ts";
import { readRepeat, type Repeat } from "./repeat.ts";
import { Source } from "./source.ts";

/** A piece of the pattern as JavaScript, and how many characters it can match: lookbehinds must have one width. */
interface Piece {
  readonly text: string;
  readonly min: number;
  readonly max: number;
  /** What may stand before a quantifier. */
  readonly kind: "item" | "anchor" | "repeat";
}

/** The start and end of the whole text: the RegExp never has the flag m. */
const atStart = "^";
const atEnd = "$";
const deepest = 100;

/**
 * A RegExp that searches as the pattern does in Python's re (3.11): named groups, inline flags, \A and \Z, possessive and atomic groups,
 * `$` before a last newline, Unicode's digits, words and blanks. @throws PatternFailed
 */
export function translatePattern(pattern: string): RegExp {
  const source = new Source(pattern);
  const global = readGlobalFlags(source);
  const translation = new Translation(source, global, caseByPart.test(pattern));
  return new RegExp(translation.whole(), translation.ignoresCase ? "vi" : "v");
}

/** A part of the pattern has, or has not, regard to case. */
const caseByPart = /\(\?[a-zA-Z]*-?[a-zA-Z]*i[a-zA-Z-]*:/;

class Translation {
  readonly #source: Source;
  readonly #flags: Flags;
  readonly #scopedCase: boolean;
  readonly #names = new Map<string, number>();
  /** Widths of the groups that are closed, by number. */
  readonly #groups = new Map<number, { min: number; max: number }>();
  #opened = 0;
  #atomic = 0;
  #depth = 0;

  constructor(source: Source, flags: Flags, scopedCase: boolean) {
    this.#source = source;
    this.#flags = flags;
    this.#scopedCase = scopedCase;
  }

  /** Whether the RegExp needs the flag i; patterns with parts that differ write both cases instead. */
  get ignoresCase(): boolean {
    return this.#flags.ignoreCase && !this.#scopedCase;
  }

  whole(): string {
    const { text } = this.#alternatives(this.#flags);
    if (!this.#source.done) throw this.#source.invalid("a parenthesis is closed that was not opened");
    return text;
  }

  #alternatives(flags: Flags): { text: string; min: number; max: number } {
    this.#depth += 1;
    if (this.#depth > deepest)
      throw this.#source.untranslatable(`more than ${deepest} groups in one another`);
    const branches = [this.#sequence(flags)];
    while (this.#source.take("|")) branches.push(this.#sequence(flags));
    this.#depth -= 1;
    return {
      text: branches.map((branch) => branch.text).join("|"),
      min: Math.min(...branches.map((branch) => branch.min)),
      max: Math.max(...branches.map((branch) => branch.max)),
    };
  }

  #sequence(flags: Flags): { text: string; min: number; max: number } {
    const pieces: Piece[] = [];
    for (;;) {
      if (flags.verbose) this.#skipVerbose();
      const character = this.#source.peek();
      if (character === "" || character === "|" || character === ")") break;
      const repeat = readRepeat(this.#source);
      if (repeat !== null) pieces.push(this.#repeated(pieces.pop(), repeat));
      else {
        const piece = this.#piece(flags);
        if (piece !== null) pieces.push(piece);
      }
    }
    return {
      text: pieces.map((piece) => piece.text).join(""),
      min: pieces.reduce((total, piece) => total + piece.min, 0),
      max: pieces.reduce((total, piece) => total + piece.max, 0),
    };
  }

  #skipVerbose(): void {
    for (;;) {
      this.#source.takeWhile(/[ \t\n\r\v\f]/);
      if (!this.#source.take("#")) return;
      this.#source.takeWhile(/[^\n]/);
    }
  }

  #repeated(piece: Piece | undefined, { min, max }: Repeat): Piece {
    if (piece === undefined || piece.kind === "anchor")
      throw this.#source.invalid("there is nothing to repeat");
    if (piece.kind === "repeat") throw this.#source.invalid("a repetition is repeated");
    const bounds = max === Infinity ? `{${min},}` : `{${min},${max}}`;
    const lazy = this.#source.take("?") ? "?" : "";
    const text = `${piece.text}${bounds}${lazy}`;
    const possessive = lazy === "" && this.#source.take("+");
    return {
      text: possessive ? this.#atomically(text) : text,
      min: piece.min * min,
      max: piece.max === 0 ? 0 : piece.max * max,
      kind: "repeat",
    };
  }

  /** What a lookahead has found is not tried again. */
  #atomically(text: string): string {
    this.#atomic += 1;
    return `(?:(?=(?<atomic${this.#atomic}>${text}))\\k<atomic${this.#atomic}>)`;
  }

  #piece(flags: Flags): Piece | null {
    const character = this.#source.next();
    switch (character) {
      case ".":
        return item(flags.dotAll ? "[^]" : "[^\\n]");
      case "^":
        return anchor(flags.multiline ? `(?<=\\n|${atStart})` : atStart);
      case "$":
        return anchor(flags.multiline ? `(?=\\n|${atEnd})` : `(?=\\n?${atEnd})`);
      case "[":
        return item(readClass(this.#source, this.#writing(flags)));
      case "(":
        return this.#group(flags);
      case "\\":
        return this.#escape(flags);
      default:
        return item(writeCharacter(character, this.#writing(flags)));
    }
  }

  #escape(flags: Flags): Piece {
    const letter = this.#source.next();
    const writing = this.#writing(flags);
    const word = `[${writing.w}]`;
    switch (letter) {
      case "A":
        return anchor(atStart);
      case "Z":
        return anchor(atEnd);
      case "b":
        return anchor(`(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`);
      case "B":
        // In empty text Python finds no place that is not at a word's edge.
        return anchor(`(?:(?<=${word})(?=${word})|(?<!${word})(?!${word})(?:(?<=[^])|(?=[^])))`);
      case "0":
        return item(
          writeCharacter(fromOctal(letter + this.#source.takeWhile(/[0-7]/, 2), this.#source), writing),
        );
    }
    if (/[1-9]/.test(letter)) return this.#numbered(letter, flags);
    const set = setOf(letter, writing);
    if (set !== null) return item(set);
    const escaped = escapedCharacter(letter, this.#source);
    if (escaped === null) throw this.#source.invalid(`\\${letter} means nothing`);
    return item(writeCharacter(escaped, writing));
  }

  /** Three octal digits are a character, otherwise one or two digits name a group. */
  #numbered(first: string, flags: Flags): Piece {
    let digits = first;
    if (/[0-9]/.test(this.#source.peek())) {
      digits += this.#source.next();
      if (/^[0-3][0-7]$|^[4-7][0-7]$/.test(digits) && /[0-7]/.test(this.#source.peek()))
        return item(
          writeCharacter(fromOctal(digits + this.#source.next(), this.#source), this.#writing(flags)),
        );
    }
    return this.#reference(Number(digits), flags);
  }

  #reference(number: number, flags: Flags): Piece {
    const width = this.#groups.get(number);
    if (width === undefined)
      throw this.#source.invalid(
        number <= this.#opened
          ? "it refers to a group that is still open"
          : "it refers to a group that is not there",
      );
    if (flags.ignoreCase && this.#scopedCase)
      throw this.#source.untranslatable("a reference to a group where only a part ignores case");
    return { text: `\\k<group${number}>`, ...width, kind: "item" };
  }

  /** Null for comments. */
  #group(flags: Flags): Piece | null {
    if (!this.#source.take("?")) return this.#capture(flags, null);
    if (this.#source.take("#")) {
      this.#source.until(")", "a comment");
      return null;
    }
    if (this.#source.take("P")) return this.#named(flags);
    if (this.#source.take(":")) return this.#enclosed(flags, "(?:");
    if (this.#source.take(">")) {
      const inner = this.#enclosed(flags, "(?:");
      return { ...inner, text: this.#atomically(inner.text) };
    }
    if (this.#source.take("=")) return this.#look(flags, "(?=");
    if (this.#source.take("!")) return this.#look(flags, "(?!");
    if (this.#source.take("<=")) return this.#look(flags, "(?<=");
    if (this.#source.take("<!")) return this.#look(flags, "(?<!");
    if (this.#source.peek() === "(") throw this.#source.untranslatable("a condition on a group (?(…)…)");
    return this.#flagged(flags);
  }

  #named(flags: Flags): Piece {
    if (this.#source.take("<")) {
      const name = this.#source.until(">", "the name of a group");
      if (!/^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{N}\p{M}\p{Pc}]*$/u.test(name))
        throw this.#source.invalid(`"${name}" can't name a group`);
      if (this.#names.has(name)) throw this.#source.invalid(`the group ${name} stands twice`);
      return this.#capture(flags, name);
    }
    if (!this.#source.take("=")) throw this.#source.invalid("(?P is followed by < or =");
    const name = this.#source.until(")", "a reference to a group");
    const number = this.#names.get(name);
    if (number === undefined) throw this.#source.invalid(`there is no group ${name}`);
    return this.#reference(number, flags);
  }

  #capture(flags: Flags, name: string | null): Piece {
    this.#opened += 1;
    const number = this.#opened;
    if (name !== null) this.#names.set(name, number);
    const piece = this.#enclosed(flags, `(?<group${number}>`);
    this.#groups.set(number, { min: piece.min, max: piece.max });
    return piece;
  }

  #enclosed(flags: Flags, opening: string): Piece {
    const { text, min, max } = this.#alternatives(flags);
    if (!this.#source.take(")")) throw this.#source.invalid("a parenthesis is not closed");
    return { text: `${opening}${text})`, min, max, kind: "item" };
  }

  #look(flags: Flags, opening: string): Piece {
    const { text, min, max } = this.#enclosed(flags, opening);
    if (opening.startsWith("(?<") && min !== max)
      throw this.#source.invalid("a lookbehind must have one width");
    // Python lets lookarounds be repeated.
    return { text: `(?:${text})`, min: 0, max: 0, kind: "item" };
  }

  #flagged(flags: Flags): Piece {
    const inner = readPartFlags(this.#source, flags);
    if (!this.#source.take(":")) throw this.#source.invalid("flags are followed by a colon");
    return this.#enclosed(inner, "(?:");
  }

  #writing(flags: Flags): Writing {
    return {
      ...(flags.ascii ? asciiSets : unicodeSets),
      bothCases: flags.ignoreCase && this.#scopedCase,
    };
  }
}

function item(text: string): Piece {
  return { text, min: 1, max: 1, kind: "item" };
}

function anchor(text: string): Piece {
  return { text, min: 0, max: 0, kind: "anchor" };
}
