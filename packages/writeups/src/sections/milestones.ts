import type { DayContext } from "../context/dayContext.ts";
import type { Document } from "../context/document.ts";
import type { ProseMoment } from "../context/prose.ts";
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

export interface Milestones {
  startedAt?: MilestoneMoment;
  detectedAt?: MilestoneMoment;
  resolvedAt?: MilestoneMoment;
}

const started =
  /^(?:start(?:ed)?(?: (?:date|time|at))?(?: and time)?|(?:incident|outage|impact|event) (?:start|began|started|beginning)(?: time| date| at)?|began|begin|start date time|time started|onset|from)$/;
const detected =
  /^(?:detected(?: at)?|detection(?: time)?|time detected|discovered(?: at)?|first detected|date detected|reported(?: at)?|alerted(?: at)?)$/;
const resolved =
  /^(?:end(?:ed)?(?: (?:date|time|at))?(?: and time)?|resolved(?: (?:at|time|date))?|(?:incident|outage|impact|event) (?:end|ended|resolved)(?: time| date| at)?|end date time|resolution time|time resolved|recovered(?: at)?|restored(?: at)?|service restored(?: at)?|fixed(?: at)?|closed(?: at)?|until|date resolved)$/;
const ranged =
  /^(?:duration|when|time|times|date|dates|incident window|outage window|window|time window|period|incident date|time of incident|impact duration|total impact duration|time window of .*|date and time|start and end)$/;

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
    const range = this.rangeField(fields) ?? this.told(prose);
    const startedAt =
      this.ofText(frontMatter?.start_time, "front-matter", 1) ??
      this.ofField(fields, started) ??
      range?.start ??
      this.dated(fields) ??
      this.asked(prose) ??
      this.firstRow(rows);
    const stated = frontMatter?.other["detected_at"] ?? frontMatter?.other["detected"];
    const detectedAt =
      this.ofText(typeof stated === "string" ? stated : undefined, "front-matter", 1) ??
      this.ofField(fields, detected);
    const resolvedAt =
      this.ofText(frontMatter?.end_time, "front-matter", 1) ??
      this.ofField(fields, resolved) ??
      range?.end ??
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

  private ofField(fields: readonly Field[], label: RegExp): MilestoneMoment | null {
    for (const field of fields) {
      if (!label.test(field.label)) continue;
      const made = this.ofText(field.value, "field", field.line);
      if (made) return made;
    }
    return null;
  }

  /** `Duration: 21:45 to 23:28 UTC`: the first such range begins, the last one ends the incident. */
  private rangeField(fields: readonly Field[]): { start: MilestoneMoment; end: MilestoneMoment } | null {
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
  private told(prose: readonly ProseMoment[]): { start: MilestoneMoment; end: MilestoneMoment } | null {
    const found = prose.slice(0, 12).find(({ words }) => words.time && words.end?.time);
    return found
      ? this.bothEnds(found.words, found.words, "prose", [found.line, found.line], [null, null])
      : null;
  }

  private bothEnds(
    first: MomentWords,
    last: MomentWords,
    from: Source,
    lines: [number, number],
    days: [CivilDate | null, CivilDate | null],
  ): { start: MilestoneMoment; end: MilestoneMoment } {
    const start = this.placed({ ...first, end: null }, from, lines[0], days[0]);
    const whole = this.placed(last, from, lines[1], days[1]);
    const local = null;
    return {
      start,
      end: {
        ...whole,
        instant: whole.end,
        local: whole.end === null ? local : whole.end.replace(/Z$/, ""),
        end: null,
        precision: last.end?.time?.precision ?? "minute",
      },
    };
  }

  /** A first time in the story is probably the beginning, but only a person knows. */
  private asked(prose: readonly ProseMoment[]): MilestoneMoment | null {
    const found = prose.slice(0, 3).find(({ words }) => words.time && words.date);
    return found ? this.doubtful(found.words, "prose", found.line) : null;
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

  private doubtful(words: MomentWords, from: Source, line: number): MilestoneMoment | null {
    const found = { words, line };
    const moment = this.placed(words, from, line, null);
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

const begins = /\b(?:outage|incident|impact)\s+(?:begins?|began|starts?|started)\b/i;

/** The last row that says the service was restored. */
function fromRows(rows: readonly TimelineRow[]): MilestoneMoment | null {
  const row = rows.findLast(
    (each) =>
      each.at.instant !== null &&
      /\b(?:fully (?:restored|recovered|operational|resolved)|service (?:fully )?(?:restored|recovered)|incident (?:is )?(?:closed|resolved|over|ended)|issue (?:is )?resolved|all[- ]clear|(?:incident|outage|impact) ends?|resolved)\b/i.test(
        each.text,
      ) &&
      !/\b(?:not|un|partially|partly)\s?(?:fully )?(?:resolved|restored)/i.test(each.text),
  );
  return row
    ? {
        ...row.at,
        certainty: row.at.certainty === "uncertain" ? "uncertain" : "derived",
        from: "row",
        line: row.line,
      }
    : null;
}
