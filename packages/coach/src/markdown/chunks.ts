import type { RootContent } from "mdast";
import { parseMarkdown } from "./parse.ts";

/** Parsed blocks of a stretch of the document. Positions in `nodes` count from `base`. */
export interface Chunk {
  base: number;
  nodes: readonly RootContent[];
}

const definition = /^ {0,3}\[[^\]\n]+\]:[ \t]*\S.*$/gmu;
const fence = /^(?<prefix>[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?<mark>`{3,}|~{3,})/u;
/** HTML that a blank line does not end: how it begins, and what ends it. */
const html: readonly (readonly [opening: RegExp, closing: RegExp])[] = [
  [/^ {0,3}<!--/u, /-->/u],
  [/^ {0,3}<\?/u, /\?>/u],
  [/^ {0,3}<!\[CDATA\[/u, /\]\]>/u],
  [/^ {0,3}<![A-Za-z]/u, />/u],
  [/^ {0,3}<(?:pre|script|style|textarea)(?=[\s>]|$)/iu, /<\/(?:pre|script|style|textarea)>/iu],
];

/** Parsed chunks by their text: somebody who types changes one of them. */
const memory = new Map<string, readonly RootContent[]>();
const memoryLimit = 2000;

/**
 * The document in chunks that Markdown itself keeps apart: each begins after a blank line with a heading or an
 * unindented paragraph, outside of fences and HTML. The result is the same as parsing the whole, only cheaper to redo.
 */
export function parseInChunks(source: string): Chunk[] {
  const definitions = (source.match(definition) ?? []).map((line) => `${line.trim()}\n\n`).join("");
  const chunks: Chunk[] = [];
  let start = 0;
  for (const cut of [...cuts(source), source.length]) {
    const text = source.slice(start, cut);
    // Links by reference are links wherever they stand, so every chunk that may hold one is told of the definitions.
    const prefix = text.includes("]") ? definitions : "";
    if (text.trim() !== "") chunks.push({ base: start - prefix.length, nodes: parsed(prefix + text) });
    start = cut;
  }
  return chunks;
}

function parsed(text: string): readonly RootContent[] {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const nodes = parseMarkdown(text).children;
  if (memory.size >= memoryLimit) memory.clear();
  memory.set(text, nodes);
  return nodes;
}

/** A fence or HTML block that is open. */
interface Open {
  closing: RegExp;
  /** The fence stands in a list item or is indented: a line at the margin may have ended it in Markdown's eyes. */
  isInside: boolean;
}

/** Offsets at which a chunk may begin. None after a line whose role cannot be told without parsing. */
function* cuts(source: string): Generator<number> {
  let at = 0;
  let isAfterBlank = false;
  let open: Open | undefined;
  for (const line of source.split("\n")) {
    if (open !== undefined) {
      if (open.isInside && /^\S/u.test(line)) return;
      if (open.closing.test(line)) open = undefined;
    } else {
      if (isAfterBlank && begins(line)) yield at;
      open = opened(line);
    }
    isAfterBlank = line.trim() === "";
    at += line.length + 1;
  }
}

function begins(line: string): boolean {
  return /^(?:#{1,6}[ \t]|[A-Za-z*_("'\u00C0-\uFFFF](?<![*_](?=[ \t*_])))/u.test(line);
}

function opened(line: string): Open | undefined {
  const groups = fence.exec(line)?.groups;
  const mark = groups?.["mark"];
  if (mark !== undefined) {
    const prefix = groups?.["prefix"] ?? "";
    const width = [...prefix].reduce((sum, unit) => sum + (unit === "\t" ? 4 : 1), 3);
    const character = mark.startsWith("~") ? "~" : "`";
    return {
      closing: new RegExp(`^[ \\t]{0,${width}}${character}{${mark.length},}[ \\t]*\\r?$`, "u"),
      isInside: prefix !== "",
    };
  }
  const closing = html.find(([opening]) => opening.test(line))?.[1];
  return closing === undefined || closing.test(line) ? undefined : { closing, isInside: false };
}
