import type { Block } from "./block.ts";
import { labelOf } from "./label.ts";
import { momentAt } from "../moments/momentWords.ts";
import { kindOfHeading, type SectionKind } from "./sectionKind.ts";

/** A heading with the blocks up to the next heading. The part before the first heading has an empty heading at level 0. */
export interface Section {
  heading: string;
  /** 1 to 6; 7 for a label such as `**Timeline:**` that stands for a heading; 0 before the first heading. */
  level: number;
  /** What the heading itself names, else what the nearest heading above it names. */
  kind: SectionKind;
  /** What the heading itself names. */
  own: SectionKind;
  blocks: Block[];
  /** The section this one stands under. */
  above: Section | null;
  line: number;
}

/** Kinds that parts without a telling heading take over from above ("Short-term" under "Remediation"). */
const inherited = new Set<SectionKind>([
  "timeline",
  "actions",
  "factors",
  "went-well",
  "confusing",
  "lucky",
  "attendees",
]);

const parts = new Set<SectionKind>(["detection", "resolution", "impact", "links", "lessons"]);

/** Splits blocks into sections; a paragraph that is only a known label opens one too. */
export function sectionsOf(blocks: readonly Block[]): Section[] {
  let open: Section = {
    heading: "",
    level: 0,
    kind: "other",
    own: "other",
    blocks: [],
    above: null,
    line: 1,
  };
  const sections = [open];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1]?.kind;
    const label =
      block.kind === "paragraph" && !(open.kind === "timeline" && tellsPart(block.text))
        ? labelOf(block.text, next === "item" || next === "table")
        : null;
    if (block.kind === "heading" || label !== null) {
      const heading = block.kind === "heading" ? block.text : (label ?? "");
      open = opened(open, heading, block.kind === "heading" ? block.level : 7, block.line);
      // The title may hold any of the words ("Root cause analysis of the March outage") without naming a part.
      const title =
        sections.length === 1 && block.kind === "heading" && heading.trim().split(/\s+/).length > 3;
      if (title) Object.assign(open, { kind: "other", own: "other" } satisfies Partial<Section>);
      sections.push(open);
    } else open.blocks.push(block);
  }
  return sections;
}

/** "Initial symptoms detected:" above a list within a timeline is a sentence, not a part of the document. */
const tellsPart = (text: string): boolean =>
  /^[A-Z][a-z]+(?: [a-z]+){2,}:$/.test(text) && parts.has(kindOfHeading(text));

function opened(last: Section, heading: string, level: number, line: number): Section {
  let above: Section | null = last;
  while (above !== null && above.level >= level) above = above.above;
  const own = kindOfHeading(heading);
  // `## 23:27` after the rows of a timeline is one more of them, whatever its level.
  if (last.kind === "timeline" && momentAt(heading)?.time && momentAt(heading)?.to === heading.trim().length)
    return { heading, level, own, kind: "timeline", blocks: [], above: timelineOf(last), line };
  const from = above !== null && inherited.has(above.kind) ? above.kind : "other";
  // "Detection" within a timeline or a list of actions is a part of it, not another subject.
  const part =
    ((from === "timeline" || from === "actions") && parts.has(own)) ||
    (from === "timeline" && /\bactions? taken\b/i.test(heading));
  // What was done at once is the response, not what is to be done.
  if (above?.own === "resolution" && response.test(heading))
    return { heading, level, own: "resolution", kind: "resolution", blocks: [], above, line };
  return { heading, level, own, kind: own === "other" || part ? from : own, blocks: [], above, line };
}

const response = /^(?:immediate|recovery|emergency|initial) actions?\b/i;

/** The section that opened the timeline which `section` belongs to. */
const timelineOf = (section: Section): Section =>
  headingsOf(section).find((each) => each.own === "timeline") ?? section;

/** The section's own heading and those above it, nearest first. */
export function headingsOf(section: Section): Section[] {
  const chain: Section[] = [];
  for (let at: Section | null = section; at !== null; at = at.above) chain.push(at);
  return chain;
}
