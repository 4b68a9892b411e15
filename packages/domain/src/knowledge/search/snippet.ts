import { plainProse } from "../text/sentences.ts";
import { analyse } from "../text/analyse.ts";
import { roughPattern } from "./rough.ts";
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
  const part = promising(markdown.slice(0, longestText), wanted);
  const text = plainProse(part.text)
    .replaceAll(/^\s*[#>|-]+\s*/gm, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  const tokens = analyse(text);
  const hits = tokens.filter((token) => wanted.has(token.term));
  const from = bestStart(hits);
  const first = tokens.find((token) => token.position >= from) ?? tokens[0];
  const last = tokens.findLast((token) => token.position < from + window);
  if (!first || !last) return text === "" ? [] : [{ text: text.slice(0, 200), match: false }];
  const toEnd = last.position === tokens.at(-1)?.position;
  const parts = mark(text, hits, first.position === 0 ? 0 : first.start, toEnd ? text.length : last.end);
  if (first.position > 0 || part.cutBefore) parts.unshift({ text: "… ", match: false });
  if (!toEnd || part.cutAfter) parts.push({ text: " …", match: false });
  return parts;
}

/** Characters of a text that are read closely. */
const closeReading = 1200;

interface Promising {
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/**
 * The part of a long text that is worth reading closely: where the beginnings of the most wanted terms come together.
 * Reading twenty whole texts closely for a page of results would take longer than finding them. A text without any such
 * beginning is read whole.
 */
function promising(text: string, wanted: ReadonlySet<string>): Promising {
  const places = text.length > closeReading * 1.5 ? roughPlaces(text, wanted) : [];
  if (places.length === 0) return { text, cutBefore: false, cutAfter: false };
  let best = { at: 0, different: 0 };
  places.forEach((place, index) => {
    const near = places.slice(index, index + 12).filter((other) => other.at < place.at + closeReading / 4);
    const different = new Set(near.map((other) => other.found)).size;
    if (different > best.different) best = { at: place.at, different };
  });
  const from = Math.max(0, best.at - closeReading / 3);
  const start = from === 0 ? 0 : text.indexOf(" ", from) + 1;
  const end = Math.min(text.length, start + closeReading);
  return { text: text.slice(start, end), cutBefore: start > 0, cutAfter: end < text.length };
}

function roughPlaces(text: string, wanted: ReadonlySet<string>): { at: number; found: string }[] {
  if (wanted.size === 0) return [];
  const pattern = new RegExp(`\\b(?:${[...wanted].map(roughPattern).join("|")})`, "gi");
  return [...text.matchAll(pattern)].map((match) => ({ at: match.index, found: match[0].toLowerCase() }));
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
