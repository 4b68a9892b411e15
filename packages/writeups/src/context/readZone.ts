import { secondsOf, timeText } from "../moments/civil.ts";
import { momentsWithin, type MomentWords } from "../moments/momentWords.ts";
import type { AppliedZone } from "../moments/place.ts";
import type { ZoneWords } from "../moments/zoneWords.ts";
import { zoneWordsOfAnswer } from "../moments/zone.ts";
import { fieldNamed } from "../document/fields.ts";
import { zoneWithin } from "../moments/zoneWords.ts";
import { zoneAbove, zoneStatement } from "../timeline/headingContext.ts";
import type { RawRow } from "../timeline/rawRow.ts";
import type { Document } from "./document.ts";
import type { ProseMoment } from "./prose.ts";

/** The zone for times that name none, or the ids of the questions that ask for it. */
export interface ZoneContext {
  zone: AppliedZone | null;
  missing: string[];
}

const sameZone = (zone: ZoneWords): string => (zone.sort === "fixed" ? zone.id : zone.abbreviation);
const distinct = (zones: readonly ZoneWords[]): ZoneWords[] => [
  ...new Map(zones.map((zone) => [sameZone(zone), zone])).values(),
];
const applied = (words: ZoneWords, from: AppliedZone["from"], line: number | null): ZoneContext => ({
  zone: { words, from, line, certainty: "derived", questions: [] },
  missing: [],
});

/** Looks for the zone in this order: a statement, the rows themselves, times told elsewhere too, the person; else asks. */
export function readZone(
  document: Document,
  rows: readonly RawRow[],
  prose: readonly ProseMoment[],
): ZoneContext {
  const { questions } = document;
  const answer = zoneWordsOfAnswer(questions.answer("zone"));
  if (answer !== null) return applied(answer, "answer", null);
  const stated = statement(document);
  if (stated) return stated;
  const inRows = distinct(rows.flatMap((row) => row.words?.zone ?? []));
  const told = distinct(prose.flatMap(({ words }) => words.zone ?? []));
  const [only] = inRows;
  const bare = rows.find((row) => row.words?.time && row.words.zone === null && row.zone === null);
  // Rows beside it in a timeline carry the zone on; paragraphs of prose do so only if no other zone is about.
  if (
    only &&
    inRows.length === 1 &&
    (!bare?.prose || told.every((zone) => sameZone(zone) === sameZone(only)))
  ) {
    return applied(only, "earlier-row", rows.find((row) => row.words?.zone)?.line ?? null);
  }
  const corroborated = sameTimesElsewhere(document, rows, prose);
  if (corroborated) return corroborated;
  if (document.person !== null)
    return applied({ sort: "fixed", id: document.person, given: document.person }, "person", null);
  return asked(document, bare?.line ?? 1, distinct([...inRows, ...told]));
}

function statement(document: Document): ZoneContext | null {
  const field = fieldNamed(document.fields, /^(?:time ?zone|tz|times?)$/);
  const words = field ? zoneWithin(field.value) : null;
  if (field && words) return applied(words, "field", field.line);
  for (const section of document.sections) {
    const above = section.kind === "timeline" ? zoneAbove(section) : null;
    if (above) return applied(above.words, above.from, above.line);
    for (const block of section.blocks) {
      if (block.kind !== "paragraph" && block.kind !== "quote") continue;
      for (const match of block.text
        .slice(0, 5_000)
        .matchAll(
          /[^\n.]*\b(?:all|following|these|below)\b[^\n.]*\b(?:times?|timestamps?)\b[^\n.]*|[^\n.]*\btime ?zone\b[^\n.]*|[^\n.]*\b(?:times|timestamps) (?:are|in|is|shown|given|listed)\b[^\n.]*/gi,
        )) {
        const found = zoneStatement(match[0], block.line, false);
        // "screenshots show the author's time" speaks of pictures.
        if (found && !/screenshot|graph|chart|image|picture/i.test(match[0]))
          return applied(found.words, "statement", found.line);
      }
    }
  }
  return null;
}

/** Times of rows that the prose or the front matter tells too, there with a zone. */
function sameTimesElsewhere(
  document: Document,
  rows: readonly RawRow[],
  prose: readonly ProseMoment[],
): ZoneContext | null {
  const clocks = new Set(rows.flatMap((row) => (row.words?.time ? [secondsOf(row.words.time)] : [])));
  const inFields = document.fields.flatMap((field) =>
    /\d{1,2}[:.]\d{2}|\d\s?[ap]m/i.test(field.value)
      ? momentsWithin(field.value.slice(0, 300)).map((words) => ({ words, line: field.line }))
      : [],
  );
  const same = [...prose, ...inFields].filter(
    ({ words }) => words.zone && clockTimes(words).some((time) => clocks.has(time)),
  );
  const zones = distinct(same.flatMap(({ words }) => words.zone ?? []));
  if (zones[0] && zones.length === 1) return applied(zones[0], "prose", same[0]?.line ?? null);
  const utc = [document.frontMatter?.start_time, document.frontMatter?.end_time].flatMap(
    (text) => /T(\d{2}:\d{2}:\d{2})(?:\.\d+)?Z$/.exec(text ?? "")?.[1] ?? [],
  );
  const inUtc = rows.some(
    (row) =>
      row.words?.time &&
      row.words.time.hour !== 24 &&
      utc.includes(timeText(row.words.time)) &&
      !utc.includes("00:00:00"),
  );
  return inUtc ? applied({ sort: "fixed", id: "UTC", given: "Z" }, "front-matter", 1) : null;
}

const clockTimes = (words: MomentWords): number[] =>
  [words.time, words.end?.time].flatMap((time) => (time ? [secondsOf(time)] : []));

function asked(document: Document, line: number, mentioned: readonly ZoneWords[]): ZoneContext {
  const ids = [...new Set([...mentioned.map(sameZone), "UTC"])];
  const id = document.questions.ask({
    id: "zone",
    line,
    about: "zone",
    sentence: "Some times name no zone. In which zone were they written?",
    choices: ids.map((zone) => ({ label: zone, value: zone })),
  });
  const [only] = mentioned;
  if (!only || mentioned.length !== 1) return { zone: null, missing: [id] };
  return {
    zone: { words: only, from: "prose", line: null, certainty: "uncertain", questions: [id] },
    missing: [],
  };
}
