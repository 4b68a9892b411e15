import type { Source } from "./source.ts";

/** The flags of Python's re that change what a pattern means. */
export interface Flags {
  readonly ascii: boolean;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
}

const flagNames: Readonly<Record<string, keyof Flags | null>> = {
  a: "ascii",
  i: "ignoreCase",
  m: "multiline",
  s: "dotAll",
  x: "verbose",
  u: null,
};

const noFlags: Flags = {
  ascii: false,
  ignoreCase: false,
  multiline: false,
  dotAll: false,
  verbose: false,
};

/** (?i) and the like at the start hold for everything. Comments, and in verbose patterns blanks, may stand before. */
export function readGlobalFlags(source: Source): Flags {
  let found = noFlags;
  for (;;) {
    const start = source.at;
    if (found.verbose) source.takeWhile(/\s/);
    if (source.take("(?#")) {
      source.until(")", "a comment");
      continue;
    }
    const letters = source.take("(?") ? source.takeWhile(/[a-zA-Z]/) : "";
    if (letters === "" || letters.startsWith("P") || !source.take(")")) {
      source.at = start;
      return found;
    }
    found = addFlags(letters, found, source, true);
  }
}

function addFlags(letters: string, flags: Flags, source: Source, on: boolean): Flags {
  const changed: Record<keyof Flags, boolean> = { ...flags };
  for (const letter of letters) {
    const name = Object.hasOwn(flagNames, letter) ? flagNames[letter] : undefined;
    if (name === undefined)
      throw source.invalid(letter === "L" ? "the flag L is for bytes" : `the flag ${letter} is unknown`);
    if (name !== null) changed[name] = on;
  }
  if (letters.includes("a") && letters.includes("u"))
    throw source.invalid("the flags a and u exclude each other");
  return changed;
}

/** The flags of a group such as (?i-s:…), up to its colon. @throws PatternFailed */
export function readPartFlags(source: Source, flags: Flags): Flags {
  const on = source.takeWhile(/[a-zA-Z]/);
  if (on !== "" && source.peek() === ")") throw source.invalid("flags for all stand at the start");
  let inner = addFlags(on, flags, source, true);
  if (on.includes("u")) inner = { ...inner, ascii: false };
  if (source.take("-")) {
    const off = source.takeWhile(/[a-zA-Z]/);
    if (off === "" || /[auL]/.test(off) || [...off].some((letter) => on.includes(letter)))
      throw source.invalid("these flags can't be turned off");
    inner = addFlags(off, inner, source, false);
  } else if (on === "") throw source.invalid(`(?${source.peek()} is unknown`);
  return inner;
}
