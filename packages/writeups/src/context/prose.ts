import type { Section } from "../document/section.ts";
import { momentsWithin, type MomentWords } from "../moments/momentWords.ts";

export interface ProseMoment {
  words: MomentWords;
  line: number;
  /** The sentence around it. */
  sentence: string;
}

/** Far more than the opening paragraphs of any account; bounds the work on very long files. */
const most = 100_000;

/** Without addresses and code, whose numbers are no dates. */
const plain = (text: string): string =>
  text
    .replace(/`[^`\n]*`/g, " ")
    .replace(/\]\([^()\s]*\)/g, "]")
    .replace(/https?:\/\/\S+/g, " ");

/**
 * Moments in the paragraphs of sections that tell what happened (not timelines, not actions), in order; after them those
 * in lists of what was affected ("failed for two hours (11:00–13:05 UTC)").
 */
export function proseMoments(sections: readonly Section[]): ProseMoment[] {
  const found: ProseMoment[] = [];
  const listed: ProseMoment[] = [];
  let read = 0;
  for (const section of sections) {
    if (
      section.kind === "timeline" ||
      section.kind === "actions" ||
      section.kind === "attendees" ||
      section.kind === "links"
    )
      continue;
    for (const block of section.blocks) {
      if (read > most) break;
      if (block.kind === "item" && section.kind === "impact")
        listed.push(...momentsOfLine(plain((block.text.split("\n")[0] ?? "").slice(0, most)), block.line));
      if (block.kind !== "paragraph") continue;
      read += block.text.length;
      for (const [index, line] of block.text.split("\n").entries())
        found.push(...momentsOfLine(plain(line.slice(0, most)), block.line + index));
    }
  }
  return [...found, ...listed];
}

function momentsOfLine(text: string, line: number): ProseMoment[] {
  return momentsWithin(text).map((words) => {
    const before = Math.max(text.lastIndexOf(". ", words.from), -2) + 2;
    const after = text.indexOf(". ", words.to);
    return { words, line, sentence: text.slice(before, after < 0 ? undefined : after + 1) };
  });
}

/** Dates told before a moment in the prose, each once, the nearest last. */
export function daysBefore(moment: ProseMoment, prose: readonly ProseMoment[]): MomentWords[] {
  const days = new Map<string, MomentWords>();
  for (const { words } of prose.slice(0, prose.indexOf(moment))) {
    if (words.date?.sort !== "date") continue;
    const key = `${words.date.month}-${words.date.day}`;
    days.delete(key);
    days.set(key, words);
  }
  return [...days.values()];
}
