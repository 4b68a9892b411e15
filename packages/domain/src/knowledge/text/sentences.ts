import { analyse } from "./analyse.ts";
import type { Token } from "./analyse.ts";

/** What a sentence does in a write-up; decides how much its words say about the failure itself. */
export type SentenceRole = "cause" | "narrative" | "impact" | "remedy" | "timeline";

export interface Sentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly role: SentenceRole;
  /** Place in the document, from 0. */
  readonly index: number;
}

const causal =
  /\b(?:caus(?:e|ed|es|ing)|due to|because|trigger(?:ed|s|ing)?|root cause|stem(?:s|med)? from|result(?:ed|ing|s)? (?:in|from)|led to|lead to|leading to|as a result|culprit|originat(?:ed|es)|attributed to|traced to|stopp?ed|exhaust(?:ed|ing|ion)|factor)/i;
const remedial =
  /\b(?:to prevent|prevent(?:ing)? (?:recurrence|similar)|going forward|moving forward|in the future|remediation|remediate|mitigat(?:e|ed|ion|ing)|we will|will be|plans? to|planned improvements|follow-?ups?|long-term|short-term|action items?|lessons?|recommend|to address this|has (?:since )?implemented|have (?:since )?implemented|is implementing|are implementing|improv(?:e|ed|ing|ements?)|to avoid)\b/i;
const consequential =
  /\b(?:impact(?:ed)?|customers?|users?) (?:included|were|was|could|saw|experienced|faced)\b|customer impact/i;
const headings: readonly (readonly [RegExp, SentenceRole])[] = [
  [/timeline|chronolog/i, "timeline"],
  [
    /action|remed|follow|prevent|lesson|next step|improve|what (?:we|went) |resolution|mitigat|recommend|attendees|stats/i,
    "remedy",
  ],
  [/impact|affected|symptom/i, "impact"],
  [/cause|contribut|factor|why|trigger|what happened|fault|summary/i, "cause"],
];

/** Markdown without what is not prose: code blocks, images, link targets, tags, table rules. Length may change. */
export function plainProse(markdown: string): string {
  return markdown
    .replaceAll(/^(```|~~~)[\s\S]*?^\1.*$/gm, " ")
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, " ")
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/<[^>\n]{1,300}>/g, " ")
    .replaceAll(/https?:\/\/\S+/g, " ")
    .replaceAll(/[*`]+/g, "");
}

/** Cuts Markdown into sentences, each with the part it plays. */
export function sentences(markdown: string): Sentence[] {
  const found: Sentence[] = [];
  let section: SentenceRole = "narrative";
  for (const line of unwrapped(plainProse(markdown))) {
    const heading = /^\s*#{1,6}\s+(.*)$/.exec(line);
    if (heading) section = roleOfHeading(heading[1] ?? "");
    for (const text of line.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{N}"“(])/u)) {
      const tokens = analyse(text);
      if (tokens.length === 0) continue;
      found.push({ text, tokens, role: roleOf(text, section), index: found.length });
    }
  }
  return found;
}

/** Begins a line of its own: headings, list items, tables, quotations, labels such as `Date: …`. */
const apart = /^\s*(?:#{1,6}\s|[-+•|>]|\d{1,3}[.)]\s|[A-Z][A-Za-z ]{1,30}:(?:\s|$)|[=-]{3,}\s*$|$)/;

/** The lines of a text, those of a paragraph that was wrapped by hand joined: a phrase may run over the end of a line. */
function unwrapped(text: string): string[] {
  const lines: string[] = [];
  let wraps = false;
  for (const line of text.split("\n")) {
    const last = lines.at(-1);
    if (last !== undefined && wraps && !apart.test(line)) lines[lines.length - 1] = `${last} ${line.trim()}`;
    else lines.push(line);
    // Nobody wraps short lines: what follows one is a line of its own.
    wraps = line.length >= 50 && !/^\s*(?:#{1,6}\s|\|)/.test(line);
  }
  return lines;
}

function roleOfHeading(title: string): SentenceRole {
  return headings.find(([pattern]) => pattern.test(title))?.[1] ?? "narrative";
}

function roleOf(text: string, section: SentenceRole): SentenceRole {
  if (section === "remedy" || section === "timeline") return section;
  if (remedial.test(text)) return "remedy";
  if (causal.test(text)) return "cause";
  if (section === "impact" || consequential.test(text)) return "impact";
  return section;
}
