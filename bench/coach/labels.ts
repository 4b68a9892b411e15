import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** A stretch of a write-up that a reader judged to be worth a remark. The write-up itself is not stored. */
export interface Label {
  /** Path below the corpus folder. */
  file: string;
  half: Half;
  rule: string;
  /** From 1, as is column; endColumn is exclusive. */
  line: number;
  column: number;
  endColumn: number;
  /** First 16 hexadecimal digits of the SHA-256 of the trimmed line: shows when a corpus is another than the one judged. */
  hash: string;
}

/** "tuned": read while the rules were written. "held-out": judged afterwards. */
export type Half = "tuned" | "held-out";

/** One of our own sentences: flagged words per rule, in the section it stands in. */
export interface OwnSentence {
  half: Half;
  heading: string;
  text: string;
  flagged: Record<string, readonly string[]>;
}

const here = import.meta.dirname;

export async function readLabels(): Promise<Label[]> {
  return parse(await readFile(join(here, "labels.json"), "utf8"), isLabel, "labels.json");
}

export async function readOwnSentences(): Promise<OwnSentence[]> {
  return parse(await readFile(join(here, "sentences.json"), "utf8"), isOwnSentence, "sentences.json");
}

/** One line of requests.txt: what is asked for, where it stands, and whether it asks people to try harder. */
export interface OwnRequest {
  markdown: string;
  isAppeal: boolean;
}

const headings: Record<string, string> = {
  A: "## Action items\n\n- ",
  L: "## Lessons learned\n\n- ",
  N: "## What happened\n\n",
};

export async function readOwnRequests(): Promise<OwnRequest[]> {
  const lines = (await readFile(join(here, "requests.txt"), "utf8")).split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const heading = headings[line[0] ?? ""];
      if (heading === undefined || !/^.[+-] /u.test(line))
        throw new Error(`requests.txt is malformed: ${line}`);
      return { markdown: `${heading}${line.slice(3)}\n`, isAppeal: line[1] === "+" };
    });
}

export function hashOfLine(line: string): string {
  return createHash("sha256").update(line.trim()).digest("hex").slice(0, 16);
}

function parse<T>(json: string, isItem: (value: unknown) => value is T, name: string): T[] {
  const items: unknown = JSON.parse(json);
  if (!Array.isArray(items) || !items.every(isItem)) throw new Error(`${name} is malformed`);
  return items;
}

function isLabel(value: unknown): value is Label {
  return (
    hasStrings(value, ["file", "half", "rule", "hash"]) && "line" in value && typeof value.line === "number"
  );
}

function isOwnSentence(value: unknown): value is OwnSentence {
  return (
    hasStrings(value, ["half", "heading", "text"]) && "flagged" in value && typeof value.flagged === "object"
  );
}

function hasStrings(value: unknown, keys: readonly string[]): value is object {
  if (typeof value !== "object" || value === null) return false;
  const found = new Map(Object.entries(value));
  return keys.every((key) => typeof found.get(key) === "string");
}
