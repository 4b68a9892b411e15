import type { DayContext } from "../context/dayContext.ts";
import type { Document } from "../context/document.ts";
import { daysBefore, type ProseMoment } from "../context/prose.ts";
import type { ZoneContext } from "../context/readZone.ts";
import { shortId } from "../context/questions.ts";
import type { Field } from "../document/fields.ts";
import { momentAt, momentsWithin, type MomentWords } from "../moments/momentWords.ts";
import { place } from "../moments/place.ts";
import { resolveDate } from "../moments/resolveDate.ts";
import type { CivilDate } from "../moments/civil.ts";
import type { MilestoneMoment, Source } from "../proposal/moment.ts";
import type { FrontMatter, TimelineRow } from "../proposal/proposal.ts";
import type { RelativeStart } from "../timeline/relativeRows.ts";
import {
  begins,
  detected,
  fromRows,
  ranged,
  resolved,
  saysBeginning,
  started,
  tellsPlan,
} from "./milestoneWords.ts";

/** Both ends as a range states them; no end where it was set aside. */
interface Ends {
  start: MilestoneMoment;
  end: MilestoneMoment | null;
}

export interface Milestones {
  startedAt?: MilestoneMoment;
  detectedAt?: MilestoneMoment;
  resolvedAt?: MilestoneMoment;
}

/** The start as front matter or a labelled value states it with its date and time: what `T+5m` counts from. */
export function statedStart(frontMatter: FrontMatter | null, fields: readonly Field[]): RelativeStart | null {
  const field = fields.find((each) => started.test(each.label) && momentAt(each.value)?.time);
  const text = frontMatter?.start_time ?? field?.value;
  const words = text === undefined ? null : momentAt(text);
  if (words === null || words.date === null || words.time === null) return null;
  return frontMatter?.start_time
    ? { words, from: "front-matter", line: 1 }
    : { words, from: "field", line: field?.line ?? 1 };
}

/** Start, detection and end of an incident as far as front matter, labelled values or the opening sentences state them. */
export class MilestoneReader {
  private readonly document: Document;
  private readonly day: DayContext;
  private readonly zone: ZoneContext;

  constructor(document: Document, day: DayContext, zone: ZoneContext) {
    this.document = document;
    this.day = day;
    this.zone = zone;
  }

  read(prose: readonly ProseMoment[], rows: readonly TimelineRow[]): Milestones {
    const { frontMatter, fields } = this.document;
    // A labelled row of the timeline tells of one event; a label outside it of the incident.
    const apart = fields.filter((field) => field.part !== "timeline");
    const range = this.rangeField(fields) ?? this.told(prose);
    const startedAt =
      this.ofText(frontMatter?.start_time, "front-matter", 1) ??
      this.ofField(apart, started, "time") ??
      range?.start ??
      this.ofField(fields, started) ??
      this.dated(fields) ??
      this.asked(prose) ??
      this.firstRow(rows);
    const stated = frontMatter?.other["detected_at"] ?? frontMatter?.other["detected"];
    const detectedAt =
      this.ofText(typeof stated === "string" ? stated : undefined, "front-matter", 1) ??
      this.ofField(fields, detected);
    const resolvedAt =
      this.ofText(frontMatter?.end_time, "front-matter", 1) ??
      this.ofField(apart, resolved, "time") ??
      range?.end ??
      this.ofField(fields, resolved) ??
      fromRows(rows);
    return {
      ...(startedAt ? { startedAt } : {}),
      ...(detectedAt ? { detectedAt } : {}),
      ...(resolvedAt ? { resolvedAt } : {}),
    };
  }

  private ofText(text: string | undefined, from: Source, line: number | null): MilestoneMoment | null {
    const words = text ? momentAt(text) : null;
    return words === null || words.unknown ? null : this.placed(words, from, line, null);
  }

  /** `need` is "time" where a date alone is not enough. */
  private ofField(
    fields: readonly Field[],
    label: RegExp,
    need: "time" | "any" = "any",
  ): MilestoneMoment | null {
    for (const field of fields) {
      if (!label.test(field.label) || (need === "time" && momentAt(field.value)?.time == null)) continue;
      const made = this.ofText(field.value, "field", field.line);
      if (made) return made;
    }
    return null;
  }

  /** `Duration: 21:45 to 23:28 UTC`: the first such range begins, the last one ends the incident. */
  private rangeField(fields: readonly Field[]): Ends | null {
    const ranges = fields
      .filter((field) => ranged.test(field.label))
      .flatMap((field) =>
        momentsWithin(field.value.slice(0, 300))
          .filter((words) => words.time && words.end?.time)
          .map((words) => ({ field, words })),
      );
    const [first, last] = [ranges[0], ranges.at(-1)];
    return first && last
      ? this.bothEnds(
          first.words,
          last.words,
          "field",
          [first.field.line, last.field.line],
          [this.near(first.field), this.near(last.field)],
        )
      : null;
  }

  /** The date of the heading a field stands under. */
  private near(field: Field): CivilDate | null {
    const above = field.above;
    return above
      ? resolveDate(above.words, {
          context: this.day,
          questions: this.document.questions,
          before: null,
          line: above.line,
          given: above.given,
        }).date
      : null;
  }

  /** "… from 16:58 to 18:46 UTC" in the opening. */
  private told(prose: readonly ProseMoment[]): Ends | null {
    const found = prose
      .slice(0, 12)
      .find(({ words, sentence }) => words.time && words.end?.time && !tellsPlan(sentence));
    if (!found) return null;
    const days = daysBefore(found, prose);
    const last = days.at(-1);
    const near = last && found.words.date === null && days.length > 1 ? this.dayOf(last, found.line) : null;
    const ends = this.bothEnds(found.words, found.words, "prose", [found.line, found.line], [near, near]);
    // Of several days told before, the nearest is only likely to be the one meant.
    return near
      ? {
          start: this.doubtful(found.words, "prose", found.line, near) ?? ends.start,
          end: ends.end && unsure(ends.end),
        }
      : ends;
  }

  private dayOf(words: MomentWords, line: number): CivilDate | null {
    const setting = { context: this.day, questions: this.document.questions, before: null, line, given: "" };
    return words.date ? resolveDate(words.date, { ...setting, given: words.given }).date : null;
  }

  private bothEnds(
    first: MomentWords,
    last: MomentWords,
    from: Source,
    lines: [number, number],
    days: [CivilDate | null, CivilDate | null],
  ): Ends {
    const start = this.placed({ ...first, end: null }, from, lines[0], days[0]);
    const whole = this.placed(last, from, lines[1], days[1]);
    const end: MilestoneMoment = {
      ...whole,
      instant: whole.end,
      local: whole.end === null ? null : whole.end.replace(/Z$/, ""),
      end: null,
      precision: last.end?.time?.precision ?? "minute",
    };
    return { start, end: this.inOrder(start, end) };
  }

  /** An end before its beginning was written wrongly: it is left open and asked. */
  private inOrder(start: MilestoneMoment, end: MilestoneMoment): MilestoneMoment | null {
    if (start.instant === null || end.instant === null || end.instant >= start.instant) return end;
    const id = `ended:${shortId(end.given)}`;
    const answer = this.document.questions.answer(id);
    if (answer === "no") return null;
    if (answer !== undefined && !Number.isNaN(Date.parse(answer)))
      return { ...end, instant: new Date(answer).toISOString().replace(/\.000Z$/, "Z"), from: "answer" };
    const asked = this.document.questions.ask({
      id,
      line: end.line ?? 1,
      about: "milestone",
      sentence: `In “${end.given}” the end lies before the beginning. When did it end?`,
      choices: [{ label: "set this end aside", value: "no" }],
    });
    return { ...unsure(end), instant: null, questions: [...end.questions, asked] };
  }

  /** A first time in the story is probably the beginning, but only a person knows. */
  private asked(prose: readonly ProseMoment[]): MilestoneMoment | null {
    const found = prose.slice(0, 3).find(({ words }) => words.time && words.date);
    if (!found) return null;
    const { words, line, sentence } = found;
    return saysBeginning.test(sentence.slice(0, sentence.indexOf(words.given)))
      ? this.placed(words, "prose", line, null)
      : this.doubtful(words, "prose", line);
  }

  /** `Date: 2025-01-08 03:22 UTC` is probably the beginning. */
  private dated(fields: readonly Field[]): MilestoneMoment | null {
    for (const field of fields) {
      if (!/^(?:incident )?(?:date|date time|date and time|when)$/.test(field.label)) continue;
      const words = momentAt(field.value);
      if (words?.time && words.date && words.end === null) return this.doubtful(words, "field", field.line);
    }
    return null;
  }

  private doubtful(
    words: MomentWords,
    from: Source,
    line: number,
    near: CivilDate | null = null,
  ): MilestoneMoment | null {
    const found = { words, line };
    const moment = this.placed({ ...words, end: null }, from, line, near);
    if (moment.instant === null) return moment;
    const id = `started:${shortId(found.words.given)}`;
    const answer = this.document.questions.answer(id);
    if (answer === "no") return null;
    if (answer === moment.instant) return { ...moment, from: "answer", certainty: "derived" };
    const asked = this.document.questions.ask({
      id,
      line: found.line,
      about: "milestone",
      sentence: `Did the incident begin at “${found.words.given}”?`,
      choices: [
        { label: `yes, ${moment.instant}`, value: moment.instant },
        { label: "no", value: "no" },
      ],
    });
    return { ...moment, certainty: "uncertain", questions: [...moment.questions, asked] };
  }

  /** The first row may be a change made days before: it is proposed and asked. */
  private firstRow(rows: readonly TimelineRow[]): MilestoneMoment | null {
    const timed = rows.filter((row) => row.at.instant !== null).slice(0, 4);
    const answer = this.document.questions.answer("started");
    const chosen = timed.find((row) => row.at.instant === answer);
    if (chosen) return { ...chosen.at, certainty: "derived", from: "answer", line: chosen.line };
    const [first] = timed;
    if (!first || answer === "no") return null;
    const named = rows.find((row) => row.at.instant !== null && begins.test(row.text));
    if (named)
      return {
        ...named.at,
        certainty: named.at.certainty === "uncertain" ? "uncertain" : "derived",
        from: "row",
        line: named.line,
      };
    const id = this.document.questions.ask({
      id: "started",
      line: first.line,
      about: "milestone",
      sentence: "No start is stated. Which row of the timeline is the beginning of the incident?",
      choices: [
        ...timed.map((row) => ({
          label: `${row.at.given}: ${row.text.slice(0, 60)}`,
          value: row.at.instant ?? "",
        })),
        { label: "none of them", value: "no" },
      ],
    });
    const questions = [...first.at.questions, id];
    return { ...first.at, certainty: "uncertain", questions, from: "row", line: first.line };
  }

  private placed(
    words: MomentWords,
    from: Source,
    line: number | null,
    near: CivilDate | null,
  ): MilestoneMoment {
    const { questions, person } = this.document;
    const setting = { context: this.day, questions, before: near, line: line ?? 1, given: words.given };
    const own = words.date ? resolveDate(words.date, setting) : null;
    const date = own?.date ?? (words.date ? null : (near ?? this.day.day?.date ?? null));
    const sure = this.day.day?.sure ?? false;
    const endDate = words.end?.date ? resolveDate(words.end.date, { ...setting, before: date }).date : null;
    const moment = place({
      words,
      date,
      endDate,
      dateFrom: own ? "row" : "prose",
      dateCertainty: own?.certainty ?? (near || sure ? "derived" : "uncertain"),
      dateQuestions: own?.questions ?? [],
      zone: words.zone
        ? { words: words.zone, from: "row", line, certainty: "stated", questions: [] }
        : this.zone.zone,
      person,
      missingZone: this.zone.missing,
      line: line ?? 1,
      key: from,
      questions,
    });
    return { ...moment, from, line };
  }
}

const unsure = (moment: MilestoneMoment): MilestoneMoment => ({ ...moment, certainty: "uncertain" });
