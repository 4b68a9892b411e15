import type { Certainty, Moment, Source, ZoneUse } from "../proposal/moment.ts";
import { shortId, type Questions } from "../context/questions.ts";
import { addDays, dateText, isDate, reading, timeText, type CivilDate, type CivilTime } from "./civil.ts";
import type { MomentWords } from "./momentWords.ts";
import type { TimeWords } from "./timeWords.ts";
import { zoneForDate } from "./zoneForDate.ts";
import type { ZoneWords } from "./zoneWords.ts";

/** A zone that applies to a time, with how sure that is. */
export interface AppliedZone {
  words: ZoneWords;
  from: Source;
  line: number | null;
  certainty: Certainty;
  questions: string[];
}

export interface Placing {
  words: MomentWords;
  date: CivilDate | null;
  dateFrom: Source;
  dateCertainty: Certainty;
  dateQuestions: string[];
  endDate: CivilDate | null;
  zone: AppliedZone | null;
  person: string | null;
  /** Where a zone was looked for in vain: the question that asks for it. */
  missingZone: string[];
  line: number;
  /** Distinguishes this row in question ids. */
  key: string;
  questions: Questions;
}

const startOfDay: CivilTime = { hour: 0, minute: 0, second: 0 };

/** Turns words with their date and zone into a moment; instants only where both are known. */
export function place(placing: Placing): Moment {
  const { words, date, zone } = placing;
  const time = words.time;
  const [day, clock] = normal(date, time);
  const base = {
    given: words.given,
    precision: time?.precision ?? "day",
    approximate: words.approximate,
  } as const;
  const local = localText(day, time ? clock : null);
  if (day === null)
    return {
      ...base,
      instant: null,
      local,
      end: null,
      zone: zoneUse(zone, null),
      certainty: "uncertain",
      questions: placing.dateQuestions,
    };
  if (zone === null)
    return {
      ...base,
      instant: null,
      local,
      end: null,
      zone: null,
      certainty: "uncertain",
      questions: [...placing.dateQuestions, ...placing.missingZone],
    };
  const read = zoneForDate(zone.words, day, placing.person, placing.questions, placing.line);
  if (read.id === null)
    return {
      ...base,
      instant: null,
      local,
      end: null,
      zone: null,
      certainty: "uncertain",
      questions: placing.dateQuestions,
    };
  const found = instantOf(placing, day, clock, read.id, time !== null);
  const questions = [
    ...new Set([...placing.dateQuestions, ...zone.questions, ...read.questions, ...found.questions]),
  ];
  const inRow = placing.dateFrom === "row" && zone.from === "row";
  const sure = [placing.dateCertainty, zone.certainty, read.certainty, found.certainty];
  const certainty: Certainty = sure.includes("uncertain")
    ? "uncertain"
    : inRow && sure.every((each) => each === "stated")
      ? "stated"
      : "derived";
  return {
    ...base,
    instant: found.instant,
    local,
    end: endOf(placing, day, clock, read.id),
    zone: zoneUse(zone, read.id),
    certainty,
    questions,
  };
}

const zoneUse = (zone: AppliedZone | null, id: string | null): ZoneUse | null =>
  zone === null || (id === null && zone.words.sort !== "fixed")
    ? null
    : {
        id: id ?? (zone.words.sort === "fixed" ? zone.words.id : ""),
        given: zone.words.given,
        from: zone.from,
        line: zone.line,
      };

/** 24:00 is the beginning of the next day. */
function normal(date: CivilDate | null, time: TimeWords | null): [CivilDate | null, CivilTime] {
  if (time === null) return [date, startOfDay];
  if (time.hour === 24) return [date === null ? null : addDays(date, 1), startOfDay];
  return [date, { hour: time.hour, minute: time.minute, second: time.second }];
}

function localText(date: CivilDate | null, time: CivilTime | null): string | null {
  if (date === null) return time === null ? null : `T${timeText(time)}`;
  return time === null ? dateText(date) : `${dateText(date)}T${timeText(time)}`;
}

interface FoundInstant {
  instant: string | null;
  certainty: Certainty;
  questions: string[];
}

function instantOf(
  placing: Placing,
  date: CivilDate,
  time: CivilTime,
  zone: string,
  hasTime: boolean,
): FoundInstant {
  const { instants, gap } = reading(date, time, zone);
  const first = instants[0] ?? null;
  // Midnight as the beginning of a day may fall into a change of clocks; the day stays the same.
  if (instants.length === 1 || !hasTime) return { instant: first, certainty: "stated", questions: [] };
  const id = `time:${shortId(`${placing.words.given}|${placing.key}`)}`;
  const answer = placing.questions.answer(id);
  if (answer !== undefined && instants.includes(answer))
    return { instant: answer, certainty: "derived", questions: [] };
  const sentence = gap
    ? `On ${dateText(date)} the clocks in ${zone} skipped ${timeText(time)}. Which instant is meant?`
    : `On ${dateText(date)} the clocks in ${zone} showed ${timeText(time)} twice. Which one is meant?`;
  const asked = placing.questions.ask({
    id,
    line: placing.line,
    about: "time",
    sentence,
    choices: instants.map((each) => ({ label: each, value: each })),
  });
  return { instant: first, certainty: "uncertain", questions: [asked] };
}

/** `Sep 9–12`: until the end of the last day. */
function lastDayEnd({ words }: Placing, date: CivilDate, zone: string): string | null {
  if (words.time !== null || words.date?.sort !== "date" || words.date.last === null) return null;
  const last = { year: date.year, ...words.date.last };
  const later = dateText(last) < dateText(date) ? { ...last, year: last.year + 1 } : last;
  return isDate(later) ? (reading(addDays(later, 1), startOfDay, zone).instants[0] ?? null) : null;
}

/** End of a range: its own date where one is written, else the same day, or the next where the clock goes back. */
function endOf(placing: Placing, date: CivilDate, start: CivilTime, zone: string): string | null {
  const end = placing.words.end;
  if (end === null) return lastDayEnd(placing, date, zone);
  const [day, time] = normal(placing.endDate ?? date, end.time);
  if (day === null) return null;
  if (end.time === null) return reading(addDays(day, 1), startOfDay, zone).instants[0] ?? null;
  const earlier = placing.endDate === null && timeText(time) < timeText(start) && end.time.hour !== 24;
  return reading(earlier ? addDays(day, 1) : day, time, zone).instants[0] ?? null;
}
