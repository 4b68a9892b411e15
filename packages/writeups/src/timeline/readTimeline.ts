import type { DayContext } from "../context/dayContext.ts";
import type { Document } from "../context/document.ts";
import type { ZoneContext } from "../context/readZone.ts";
import { resolveDate } from "../moments/resolveDate.ts";
import type { MomentParts } from "../moments/momentWords.ts";
import { place, type AppliedZone } from "../moments/place.ts";
import type { CivilDate } from "../moments/civil.ts";
import type { TimeWords } from "../moments/timeWords.ts";
import { shortId } from "../context/questions.ts";
import type { Moment } from "../proposal/moment.ts";
import type { TimelineRow } from "../proposal/proposal.ts";
import { assignDates, type DatedRow } from "./assignDates.ts";
import type { RawRow } from "./rawRow.ts";
import { rowKind } from "./rowKind.ts";

/** Rows with instants, sorted by time; rows without one stay behind the row they were written after. */
export function readTimeline(
  document: Document,
  rows: readonly RawRow[],
  day: DayContext,
  zone: ZoneContext,
  open: ReadonlySet<RawRow>,
): TimelineRow[] {
  const dated = assignDates(rows, day, document.questions);
  const made = dated.map((each, order) => rowOf(document, each, order, day, zone, open));
  return sorted(made);
}

const untimed: Moment = {
  instant: null,
  local: null,
  end: null,
  given: "",
  zone: null,
  precision: "day",
  approximate: false,
  certainty: "uncertain",
  questions: [],
};

function rowOf(
  document: Document,
  dated: DatedRow,
  order: number,
  day: DayContext,
  zone: ZoneContext,
  open: ReadonlySet<RawRow>,
): TimelineRow {
  const { row } = dated;
  const at =
    row.words === null
      ? untimed
      : row.words.unknown
        ? { ...untimed, given: row.words.given, approximate: true }
        : momentOf(document, dated, day, zone, open.has(row));
  const kind = rowKind(row.text);
  return {
    at,
    text: row.text,
    ...(row.detail === "" ? {} : { detail: row.detail }),
    ...(row.actor === "" ? {} : { actor: row.actor }),
    ...(kind === undefined ? {} : { kind }),
    line: row.line,
    endLine: row.endLine,
    order,
    ...(row.part === "" ? {} : { part: row.part }),
  };
}

function momentOf(
  document: Document,
  dated: DatedRow,
  day: DayContext,
  zone: ZoneContext,
  openHalf: boolean,
): Moment {
  const { row } = dated;
  if (row.words === null) return untimed;
  const half = openHalf || row.words.time?.contradictory ? halfOf(document, row) : null;
  const words = half ? { ...row.words, time: half.time } : row.words;
  const moment = place({
    words,
    date: dated.date,
    dateFrom: dated.from,
    dateCertainty: dated.certainty,
    dateQuestions: dated.questions,
    endDate: endDate(document, row.words.end, row, dated.date, day),
    zone: zoneOf(row, zone),
    person: document.person,
    missingZone: zone.missing,
    line: row.line,
    key: row.text,
    questions: document.questions,
  });
  if (half === null || half.asked.length === 0) return moment;
  return { ...moment, certainty: "uncertain", questions: [...moment.questions, ...half.asked] };
}

/** "13:55 AM", or an hour without "am" or "pm" among hours that have it: the half of the day is asked. */
function halfOf(document: Document, row: RawRow): { time: TimeWords | null; asked: string[] } {
  const time = row.words?.time ?? null;
  if (time === null) return { time, asked: [] };
  const given = row.words?.given ?? "";
  const id = `half:${shortId(`${given}|${row.text}`)}`;
  const answer = document.questions.answer(id);
  if (answer === "am" || answer === "pm") {
    return { time: { ...time, hour: (time.hour % 12) + (answer === "pm" ? 12 : 0) }, asked: [] };
  }
  const sentence = `Is “${given}” in the morning or in the afternoon?`;
  const choices = [
    { label: "morning", value: "am" },
    { label: "afternoon", value: "pm" },
  ];
  return { time, asked: [document.questions.ask({ id, line: row.line, about: "time", sentence, choices })] };
}

function endDate(
  document: Document,
  end: MomentParts | null,
  row: RawRow,
  start: CivilDate | null,
  day: DayContext,
): CivilDate | null {
  if (!end?.date) return null;
  return resolveDate(end.date, {
    context: day,
    questions: document.questions,
    before: start,
    line: row.line,
    given: row.words?.given ?? "",
  }).date;
}

function zoneOf(row: RawRow, document: ZoneContext): AppliedZone | null {
  const own = row.words?.zone;
  if (own) return { words: own, from: "row", line: row.line, certainty: "stated", questions: [] };
  if (row.zone) return { ...row.zone, certainty: "derived", questions: [] };
  return document.zone;
}

/** Stable: rows without an instant take that of the row before them as their place. */
function sorted(rows: readonly TimelineRow[]): TimelineRow[] {
  let last = "";
  let lastDay = "";
  const keyed = rows.map((row) => {
    const day = row.at.local?.slice(0, 10) ?? "";
    // A day without a time belongs after the times of that day above it.
    const keeps = row.at.precision === "day" && day !== "" && day === lastDay;
    // Without a zone the civil time still tells the order.
    const position = row.at.instant ?? (day.startsWith("T") || day === "" ? null : `${row.at.local ?? ""}Z`);
    if (position !== null && !keeps) {
      last = position;
      lastDay = day;
    }
    return { row, key: last };
  });
  return keyed
    .toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.row.order - b.row.order))
    .map(({ row }) => row);
}
