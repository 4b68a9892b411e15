import type { Block, Heading } from "../document/block.ts";
import { fieldsOf } from "../document/fields.ts";
import { kindOfHeading } from "../document/sectionKind.ts";
import { sectionsOf } from "../document/section.ts";
import { dateIn } from "../timeline/headingContext.ts";
import { collectRows } from "../timeline/collect.ts";

/** The blocks of one incident within a file. */
export interface Part {
  blocks: Block[];
  /** 1-based lines. */
  from: number;
  to: number;
}

/** A file with more headings like these is a log or a list, not a collection of accounts. */
const most = 200;

interface Group {
  heading: Heading;
  blocks: Block[];
}

function groupsAt(blocks: readonly Block[], level: number): Group[] {
  const groups: Group[] = [];
  for (const block of blocks) {
    if (block.kind === "heading" && block.level === level) groups.push({ heading: block, blocks: [block] });
    else groups.at(-1)?.blocks.push(block);
  }
  return groups;
}

/** A whole incident: its heading names no part of one, and below it stand the parts of one. */
function isIncident(group: Group, level: number): boolean {
  const { heading, blocks } = group;
  if (kindOfHeading(heading.text) !== "other" && heading.text.split(/\s+/).length <= 3) return false;
  const below = blocks.slice(1);
  const parts = new Set(
    sectionsOf(below)
      .map((section) => section.own)
      .filter((kind) => kind !== "other" && kind !== "links"),
  );
  if (parts.has("timeline") || parts.size >= 2) return true;
  if (factsIn(below) >= 3) return true;
  const dated = dateIn(heading.text, heading.line) !== null;
  if (level === 1) return (dated || /\bincident\b/i.test(heading.text)) && below.length > 0;
  return dated && collectRows(sectionsOf(below)).length > 0 && parts.size > 0;
}

/** How many of the facts that head an incident's record (`Date`, `Severity`, `Duration`, …) stand below a heading. */
function factsIn(blocks: readonly Block[]): number {
  const labels = fieldsOf(sectionsOf(blocks)).map((field) => field.label);
  return new Set(
    labels.flatMap(
      (label) =>
        /^(?:incident )?(date|severity|priority|status|duration|impact|root cause|resolution|start|end)\b/.exec(
          label,
        )?.[1] ?? [],
    ),
  ).size;
}

/**
 * The incidents of a file that holds several: at least two headings of one level that each hold a whole incident, with
 * nothing at that level that is common to them. A shared analysis or list of actions keeps a document in one piece.
 */
export function incidentsIn(blocks: readonly Block[], lastLine: number): Part[] {
  for (const level of [1, 2]) {
    const groups = groupsAt(blocks, level);
    if (groups.length < 2) continue;
    const incidents = groups.map((group) => isIncident(group, level));
    const first = incidents.indexOf(true);
    const count = incidents.filter(Boolean).length;
    if (count > most) continue;
    // Above the first incident only a title or an introduction may stand.
    if (
      count < 2 ||
      first > (level === 1 ? 1 : 0) ||
      (level === 2 && count < groups.length) ||
      (level === 1 && shared(groups, incidents))
    )
      continue;
    return partsOf(groups, incidents, lastLine);
  }
  return [];
}

/** Level 1 headings such as `# Actions` between incidents belong to the one above, unless they come last for all. */
const shared = (groups: readonly Group[], incidents: readonly boolean[]): boolean =>
  incidents.at(-1) === false &&
  incidents.slice(0, -1).every(Boolean) &&
  kindOfHeading(groups.at(-1)?.heading.text ?? "") !== "other";

function partsOf(groups: readonly Group[], incidents: readonly boolean[], lastLine: number): Part[] {
  const parts: Part[] = [];
  for (const [index, group] of groups.entries()) {
    const open = parts.at(-1);
    if (incidents[index] === true)
      parts.push({ blocks: group.blocks, from: group.heading.line, to: lastLine });
    else if (open) open.blocks = [...open.blocks, ...group.blocks];
  }
  return parts.map((part, index) => ({ ...part, to: (parts[index + 1]?.from ?? lastLine + 1) - 1 }));
}
