import { addDays, dateOfText, dateText, daysBetween, secondsOf, type CivilDate } from "../moments/civil.ts";
import { resolveDate, type ResolvedDate } from "../moments/resolveDate.ts";
import type { Certainty, Source } from "../proposal/moment.ts";
import type { DayContext } from "../context/dayContext.ts";
import { shortId, type Questions } from "../context/questions.ts";
import type { NearDate, RawRow } from "./rawRow.ts";

/** A row with the civil date that was concluded for it. */
export interface DatedRow {
  row: RawRow;
  date: CivilDate | null;
  from: Source;
  certainty: Certainty;
  questions: string[];
}

const hour = 3600;

/** Gives every row its date: written, from the day above, or carried from the row before with midnight crossings. */
export function assignDates(rows: readonly RawRow[], context: DayContext, questions: Questions): DatedRow[] {
  const backwards = isBackwards(rows);
  const ordered = backwards ? rows.toReversed() : rows;
  const dated = new Dating(ordered, context, questions).run();
  return backwards ? dated.toReversed() : dated;
}

const seconds = (row: RawRow | undefined): number | null =>
  row?.words?.time ? secondsOf(row.words.time) : null;

/** Newest first, as status pages write: nearly every time is earlier than the one above it. */
function isBackwards(rows: readonly RawRow[]): boolean {
  let down = 0;
  let up = 0;
  for (let index = 1; index < rows.length; index += 1) {
    const [before, now] = [rows[index - 1], rows[index]];
    const [a, b] = [seconds(before), seconds(now)];
    if (a === null || b === null || now?.words?.date || now?.beside || before?.above !== now?.above) continue;
    if (b < a) down += 1;
    if (b > a) up += 1;
  }
  return down >= 3 && up * 4 <= down;
}

class Dating {
  private readonly rows: readonly RawRow[];
  private readonly context: DayContext;
  private readonly questions: Questions;
  private readonly twelveHours: boolean;
  private date: CivilDate | null = null;
  private time: number | null = null;
  private certainty: Certainty = "derived";
  private pending: string[] = [];
  private above: NearDate | null = null;
  private half: { id: string; next: number } | null = null;
  /** True while every date so far was written in its own row. */
  private onlyOwnDates = true;

  constructor(rows: readonly RawRow[], context: DayContext, questions: Questions) {
    this.rows = rows;
    this.context = context;
    this.questions = questions;
    const times = rows.flatMap((row) => row.words?.time ?? []);
    this.twelveHours =
      times.length > 1 && times.every((time) => time.meridiem === null && time.hour >= 1 && time.hour <= 12);
  }

  run(): DatedRow[] {
    return this.rows.map((row, index) => this.next(row, index));
  }

  private next(row: RawRow, index: number): DatedRow {
    if (row.words === null || row.words.unknown) {
      return { row, date: null, from: "row", certainty: "uncertain", questions: [] };
    }
    const own = row.words.date ?? row.beside?.words ?? null;
    if (own) this.above = row.above;
    if (own)
      return this.written(
        row,
        this.resolve(own, row, row.beside?.given ?? row.words.given),
        row.words.date ? "row" : "column",
      );
    if (row.above && row.above !== this.above) {
      this.above = row.above;
      this.onlyOwnDates = false;
      const result = this.resolve(row.above.words, row, row.above.given);
      return this.written(
        row,
        { ...result, certainty: result.certainty === "stated" ? "derived" : result.certainty },
        "heading",
        false,
      );
    }
    if (this.date) return this.carried(row, index);
    return this.fromDocument(row);
  }

  private resolve(words: NearDate["words"], row: RawRow, given: string): ResolvedDate {
    return resolveDate(words, {
      context: this.context,
      questions: this.questions,
      before: this.date,
      line: row.line,
      given,
    });
  }

  private written(row: RawRow, result: ResolvedDate, from: Source, own = true): DatedRow {
    if (result.date) {
      this.date = result.date;
      this.time = seconds(row);
      this.certainty = result.certainty === "uncertain" ? "uncertain" : "derived";
      this.pending = result.questions;
    }
    if (!own) this.onlyOwnDates = false;
    return { row, date: result.date, from, certainty: result.certainty, questions: result.questions };
  }

  private fromDocument(row: RawRow): DatedRow {
    this.onlyOwnDates = false;
    const { day } = this.context;
    if (day === null)
      return { row, date: null, from: "row", certainty: "uncertain", questions: this.askDate(row, []) };
    this.date = day.date;
    this.time = seconds(row);
    this.certainty = day.sure ? "derived" : "uncertain";
    this.pending = day.sure
      ? []
      : this.context.doubts.length > 0
        ? [...this.context.doubts]
        : this.askDate(row, [day.date]);
    return { row, date: day.date, from: day.from, certainty: this.certainty, questions: this.pending };
  }

  private askDate(row: RawRow, dates: CivilDate[]): string[] {
    const sentence =
      dates.length === 0
        ? `“${row.words?.given ?? ""}” has no date, and nothing in the text gives one. Which day was it?`
        : `The only date is in the name of the file, and may be that of its publication. Which day do the times belong to?`;
    return [
      this.questions.ask({
        id: "date",
        line: row.line,
        about: "date",
        sentence,
        choices: dates.map((date) => ({ label: dateText(date), value: dateText(date) })),
      }),
    ];
  }

  /** A time without a date after a dated row. */
  private carried(row: RawRow, index: number): DatedRow {
    const date = this.date;
    const now = seconds(row);
    if (date === null || now === null)
      return { row, date, from: "earlier-row", certainty: "uncertain", questions: [] };
    const documentDay = this.latent(date, now);
    if (documentDay)
      return this.choose(row, [documentDay, date], "The rows above may be about an earlier day.");
    const drop = this.time === null ? 0 : this.time - now;
    if (drop <= 0) return this.stay(row, now);
    if (drop >= 6 * hour && this.fitsAfternoon(index, now)) return this.afternoon(row, date, index);
    const next = this.timeAfter(index);
    if (drop < 12 * hour && next !== null && next >= (this.time ?? 0))
      return this.stay(row, this.time ?? now);
    if (this.twelveHours && drop > hour)
      return this.choose(
        row,
        [date, addDays(date, 1)],
        "The clock may have twelve hours; the time goes back.",
      );
    if (drop >= 6 * hour) {
      this.date = addDays(date, 1);
      return this.stay(row, now);
    }
    if (drop < 2 * hour) return this.stay(row, this.time ?? now);
    return this.choose(row, [date, addDays(date, 1)], "The time is earlier than that of the row above.");
  }

  /** `12:00, 01:16, 01:47, 14:03`: the times in between fit once twelve hours are added. */
  private fitsAfternoon(index: number, now: number): boolean {
    const before = this.time;
    const clock = this.rows[index]?.words?.time;
    if (before === null || !clock || clock.meridiem !== null || clock.hour < 1 || clock.hour > 11)
      return false;
    if (now + 12 * hour < before) return false;
    let latest = now;
    for (const row of this.rows.slice(index + 1, index + 9)) {
      const at = seconds(row);
      if (at === null || row.words?.date || row.beside || (row.above && row.above !== this.above))
        return false;
      if (at >= before) return latest + 12 * hour <= at;
      latest = Math.max(latest, at);
    }
    return false;
  }

  /** Proposes the afternoon of the same day and asks; the next day is the other reading. */
  private afternoon(row: RawRow, date: CivilDate, index: number): DatedRow {
    // One question for a run of such rows.
    const id =
      this.half?.next === index ? this.half.id : `half:${shortId(`${row.words?.given ?? ""}|${row.text}`)}`;
    this.half = { id, next: index + 1 };
    const answer = this.questions.answer(id);
    if (answer === "am") {
      this.date = addDays(date, 1);
      return this.stay(row, seconds(row) ?? 0);
    }
    const time = row.words?.time;
    const later =
      row.words && time ? { ...row, words: { ...row.words, time: { ...time, hour: time.hour + 12 } } } : row;
    const certainty = answer === "pm" ? "derived" : "uncertain";
    const given = row.words?.given ?? "";
    const asked =
      answer === "pm"
        ? []
        : [
            this.questions.ask({
              id,
              line: row.line,
              about: "time",
              sentence: `“${given}” is earlier than the row above and fits the afternoon. Which is meant?`,
              choices: [
                { label: `the afternoon of ${dateText(date)}`, value: "pm" },
                { label: `the morning of ${dateText(addDays(date, 1))}`, value: "am" },
              ],
            }),
          ];
    this.onlyOwnDates = false;
    return { row: later, date, from: "earlier-row", certainty, questions: [...this.pending, ...asked] };
  }

  private stay(row: RawRow, time: number): DatedRow {
    this.onlyOwnDates = false;
    this.time = time;
    return { row, date: this.date, from: "earlier-row", certainty: this.certainty, questions: this.pending };
  }

  /** The next carried time, where the date is not set anew before it. */
  private timeAfter(index: number): number | null {
    const next = this.rows[index + 1];
    if (!next || next.words?.date || next.beside || (next.above && next.above !== this.above)) return null;
    return seconds(next);
  }

  /** After rows about an older change the account begins on the document's own day, though no row says so. */
  private latent(date: CivilDate, now: number): CivilDate | null {
    const { day } = this.context;
    if (!this.onlyOwnDates || day === null || !day.sure) return null;
    const rolled = this.time !== null && this.time - now >= 6 * hour ? addDays(date, 1) : date;
    return daysBetween(rolled, day.date) >= 1 ? day.date : null;
  }

  /** Proposes the first date and asks. */
  private choose(row: RawRow, dates: CivilDate[], reason: string): DatedRow {
    this.onlyOwnDates = false;
    const id = `day:${shortId(`${row.words?.given ?? ""}|${row.text}`)}`;
    const answer = dateOfText(this.questions.answer(id));
    this.date = answer ?? dates[0] ?? null;
    this.time = seconds(row);
    this.certainty = answer ? "derived" : "uncertain";
    this.pending = [];
    if (answer) return { row, date: answer, from: "answer", certainty: "derived", questions: [] };
    const asked = this.questions.ask({
      id,
      line: row.line,
      about: "date",
      sentence: `${reason} Which day does “${row.words?.given ?? ""}” belong to?`,
      choices: dates.map((each) => ({ label: dateText(each), value: dateText(each) })),
    });
    this.pending = [asked];
    return { row, date: this.date, from: "earlier-row", certainty: "uncertain", questions: [asked] };
  }
}
