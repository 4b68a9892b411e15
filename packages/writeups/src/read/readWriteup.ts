import { proseMoments } from "../context/prose.ts";
import { Questions } from "../context/questions.ts";
import { readDay } from "../context/readDay.ts";
import { readZone } from "../context/readZone.ts";
import type { Document } from "../context/document.ts";
import type { Block } from "../document/block.ts";
import { fieldsOf } from "../document/fields.ts";
import { frontMatterOf } from "../document/frontMatter.ts";
import { scan } from "../document/scan.ts";
import { sectionsOf, type Section } from "../document/section.ts";
import { titleOf } from "../document/title.ts";
import { zoneOfAnswer } from "../moments/zone.ts";
import type { FrontMatter, Passage, TimelineRow, WriteupProposal } from "../proposal/proposal.ts";
import type { Question, ReadInput } from "../proposal/question.ts";
import { readActions } from "../sections/actions.ts";
import { linksOf, servicesOf, severityOf, tagsOf, ticketsOf } from "../sections/facts.ts";
import { MilestoneReader, statedStart, type Milestones } from "../sections/milestones.ts";
import { factorsIn, passagesIn } from "../sections/passages.ts";
import { readPeople } from "../sections/people.ts";
import { collectRows } from "../timeline/collect.ts";
import { settleMeridiem } from "../timeline/meridiem.ts";
import { withRelativeTimes } from "../timeline/relativeRows.ts";
import { readTimeline } from "../timeline/readTimeline.ts";
import { trailerOf } from "../export/trailer.ts";
import { fromExport } from "./fromExport.ts";
import { narrativeOf } from "./narrative.ts";

/** Line ends of every system; a byte order mark is no part of the first line. */
export const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);

/** Understands one write-up as far as its text allows. Never throws; `original` is the text as given. */
export function readWriteup(input: ReadInput): WriteupProposal {
  const lines = linesOf(input.text);
  const { frontMatter, body } = frontMatterOf(lines);
  const blocks = scan(lines, body);
  return readWhole({
    input,
    lines,
    frontMatter,
    body,
    blocks,
    extent: { from: 1, to: lines.length },
    outerTitle: null,
    prefix: "",
  });
}

/** A file that holds one incident: our own export exactly, any other text by rules. */
export function readWhole(part: WriteupPart): WriteupProposal {
  const read = readPart(part);
  const exported = trailerOf(part.input.text);
  return exported === null ? read : fromExport(read, exported);
}

/** One incident of a file, taken into blocks. */
export interface WriteupPart {
  input: ReadInput;
  /** Those of the whole file, so that line numbers hold. */
  lines: readonly string[];
  frontMatter: FrontMatter | null;
  /** 0-based index of the first line after the front matter. */
  body: number;
  blocks: readonly Block[];
  extent: { from: number; to: number };
  /** Title of a file that holds several incidents. */
  outerTitle: string | null;
  /** Put before the question ids. */
  prefix: string;
}

export function readPart(part: WriteupPart): WriteupProposal {
  const { input, lines, frontMatter, body, blocks, extent } = part;
  const questions = new Questions(input.answers, part.prefix);
  const sections = sectionsOf(blocks);
  const fields = fieldsOf(sections);
  const title = titleOf(frontMatter, blocks, input.path);
  const document: Document = {
    input,
    lines,
    frontMatter,
    sections,
    fields,
    titleText: title.value,
    titleLine: title.line,
    outerTitle: part.outerTitle,
    questions,
    person: zoneOfAnswer(input.zone),
  };
  if (frontMatter?.problem !== undefined) askFrontMatter(questions, frontMatter.problem);
  const collected = settleMeridiem(
    withRelativeTimes(collectRows(sections), statedStart(frontMatter, fields)),
  );
  const prose = proseMoments(sections);
  const day = readDay(document, prose, collected.rows);
  const zone = zoneNeeded(document, collected.rows, prose);
  const timeline = readTimeline(document, collected.rows, day, zone, collected.open);
  const milestones = new MilestoneReader(document, day, zone).read(prose, timeline);
  const people = readPeople(frontMatter, sections, fields, questions);
  const links = linksOf(lines, Math.max(body, extent.from - 1), extent.to);
  const summary = summaryOf(frontMatter, sections);
  const severity = severityOf(frontMatter, fields, title.value, title.line);
  const documentZone = timeline.find((row) => row.at.zone !== null)?.at.zone;
  return {
    path: input.path,
    title,
    ...(summary ? { summary } : {}),
    ...(frontMatter ? { frontMatter } : {}),
    ...milestones,
    ...(documentZone ? { zone: documentZone } : {}),
    timeline,
    contributingFactors: factorsIn(sections, fields),
    whatWentWell: passagesIn(sections, "went-well"),
    whatWasConfusing: passagesIn(sections, "confusing"),
    whereWeWereLucky: passagesIn(sections, "lucky"),
    actions: readActions(sections, timeline),
    ...people,
    ...(severity ? { severity } : {}),
    services: servicesOf(fields, frontMatter),
    tags: tagsOf(fields, frontMatter),
    links,
    tickets: ticketsOf(fields, sections, links),
    narrative: narrativeOf(
      lines,
      { from: Math.max(body, extent.from - 1), to: extent.to },
      sections,
      timeline,
      title.from === "heading" ? title.line : null,
    ),
    original: input.text,
    lines: extent,
    questions: used(questions, timeline, milestones),
  };
}

/** The zone of the document is asked only where a row or a milestone waits for it. */
function used(questions: Questions, timeline: readonly TimelineRow[], milestones: Milestones): Question[] {
  const moments = [
    ...timeline.map(({ at }) => at),
    milestones.startedAt,
    milestones.detectedAt,
    milestones.resolvedAt,
  ];
  const cited = new Set(moments.flatMap((moment) => moment?.questions ?? []));
  return questions.list().filter(({ id }) => !/(?:^|\/)zone$/.test(id) || cited.has(id));
}

/** The zone is only looked for, and asked for, where a time lacks one. */
function zoneNeeded(
  document: Document,
  rows: Parameters<typeof readZone>[1],
  prose: Parameters<typeof readZone>[2],
): ReturnType<typeof readZone> {
  const lacking = rows.some(
    (row) => row.words !== null && !row.words.unknown && row.words.zone === null && row.zone === null,
  );
  const told = prose.slice(0, 12).some(({ words }) => words.time && words.zone === null);
  const fields = document.fields.some((field) => /\d{1,2}:\d{2}/.test(field.value));
  return lacking || told || fields ? readZone(document, rows, prose) : { zone: null, missing: [] };
}

function askFrontMatter(questions: Questions, problem: string): void {
  questions.ask({
    id: "front-matter",
    line: 1,
    about: "front-matter",
    sentence: `The front matter could not be read (${problem.split("\n")[0] ?? ""}). Its text is kept; is the rest right?`,
    choices: [{ label: "import without it", value: "ignore" }],
  });
}

function summaryOf(frontMatter: FrontMatter | null, sections: readonly Section[]): Passage | null {
  if (frontMatter?.summary?.trim()) return { text: frontMatter.summary.trim(), line: 1 };
  const named = sections.find(
    (section) => section.own === "summary" && section.blocks.some((block) => block.kind === "paragraph"),
  );
  const opening =
    named ??
    sections.find(
      (section) =>
        section.level <= 1 &&
        section.blocks.some((block) => block.kind === "paragraph" && block.text.length > 60),
    );
  const texts = (opening?.blocks ?? []).flatMap((block) => (block.kind === "paragraph" ? [block] : []));
  const chosen = named ? texts : texts.filter((block) => block.text.length > 60).slice(0, 1);
  const [first] = chosen;
  return first ? { text: chosen.map((block) => block.text).join("\n\n"), line: first.line } : null;
}
