import { plainProse } from "../text/sentences.ts";
import { analyse } from "../text/analyse.ts";
import type { Token } from "../text/analyse.ts";

/** A stretch of text, marked where it answers the query. Text, never HTML. */
export interface SnippetPart {
  readonly text: string;
  readonly match: boolean;
}

const window = 34;
/** A match further into a text than this is not looked for: the beginning is shown instead. */
const longestText = 40_000;
const lead = 6;

/** The stretch of a text that holds the most different wanted terms, about 34 words long. */
export function snippet(markdown: string, wanted: ReadonlySet<string>): SnippetPart[] {
  const text = plainProse(markdown.slice(0, longestText))
    .replaceAll(/^\s*[#>|-]+\s*/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const tokens = analyse(text);
  const hits = tokens.filter((token) => wanted.has(token.term));
  const from = bestStart(hits);
  const first = tokens.find((token) => token.position >= from) ?? tokens[0];
  const last = tokens.findLast((token) => token.position < from + window);
  if (!first || !last) return text === "" ? [] : [{ text: text.slice(0, 200), match: false }];
  const parts = mark(
    text,
    hits,
    first.position === 0 ? 0 : first.start,
    last.position === tokens.at(-1)?.position ? text.length : last.end,
  );
  if (first.position > 0) parts.unshift({ text: "… ", match: false });
  if (last.position !== tokens.at(-1)?.position) parts.push({ text: " …", match: false });
  return parts;
}

/** A whole text with the wanted terms marked: for titles. */
export function highlight(text: string, wanted: ReadonlySet<string>): SnippetPart[] {
  return mark(
    text,
    analyse(text).filter((token) => wanted.has(token.term)),
    0,
    text.length,
  );
}

function bestStart(hits: readonly Token[]): number {
  let best = { at: 0, worth: 0 };
  for (let index = 0; index < hits.length; index += 1) {
    const from = hits[index]?.position ?? 0;
    const different = new Set<string>();
    let near = 0;
    for (let at = index; at < hits.length; at += 1) {
      const hit = hits[at];
      if (!hit || hit.position >= from + window - lead) break;
      different.add(hit.term);
      near += 1;
    }
    const worth = different.size * 3 + Math.min(near, 6);
    if (worth > best.worth) best = { at: Math.max(0, from - lead), worth };
  }
  return best.at;
}

function mark(text: string, hits: readonly Token[], from: number, to: number): SnippetPart[] {
  const parts: SnippetPart[] = [];
  let at = from;
  for (const hit of hits) {
    if (hit.start < at || hit.end > to) continue;
    if (hit.start > at) parts.push({ text: text.slice(at, hit.start), match: false });
    parts.push({ text: text.slice(hit.start, hit.end), match: true });
    at = hit.end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), match: false });
  return parts;
}
