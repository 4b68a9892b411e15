import type { DayContext } from "../context/dayContext.ts";
import { shortId, type Questions } from "../context/questions.ts";
import type { Certainty } from "../proposal/moment.ts";
import { addDays, dateText, daysBetween, isDate, type CivilDate } from "./civil.ts";
import type { DateWords } from "./dateWords.ts";
import { weekdayFrom, yearFor, type Anchor } from "./year.ts";

export interface ResolvedDate {
  date: CivilDate | null;
  certainty: Certainty;
  questions: string[];
}

export interface DateSetting {
  context: DayContext;
  questions: Questions;
  /** The date of the row before, where there is one. */
  before: CivilDate | null;
  line: number;
  given: string;
}

const none: ResolvedDate = { date: null, certainty: "uncertain", questions: [] };
const sure = (date: CivilDate, certainty: Certainty): ResolvedDate => ({ date, certainty, questions: [] });

/** A written date with what its surroundings add to it. Never guesses between two readings without asking. */
export function resolveDate(words: DateWords, setting: DateSetting): ResolvedDate {
  switch (words.sort) {
    case "date":
      return words.year === null
        ? withoutYear(words.month, words.day, words.weekday, setting)
        : checked({ year: words.year, month: words.month, day: words.day }, setting);
    case "numbers":
      return numbers(words, setting);
    case "odd-year":
      return oddYear(words, setting);
    case "weekday":
      return weekday(words.weekday, setting);
    case "next-day":
      return setting.before === null ? none : sure(addDays(setting.before, 1), "derived");
  }
}

/** Leaves one digit out: the year next to the other dates is proposed, all that make sense are offered. */
function oddYear(words: Extract<DateWords, { sort: "odd-year" }>, setting: DateSetting): ResolvedDate {
  const years = [...words.written].map((_, index) =>
    Number(words.written.slice(0, index) + words.written.slice(index + 1)),
  );
  const sensible = [...new Set(years)].filter((year) => year >= 1980 && year <= 2100);
  const dates = sensible.map((year) => ({ year, month: words.month, day: words.day })).filter(isDate);
  const near = anchorOf(setting)?.date ?? null;
  const ordered =
    near === null
      ? dates
      : dates.toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)));
  const id = `year:${words.written}`;
  const answered = ordered.find((date) => String(date.year) === setting.questions.answer(id));
  if (answered) return sure(answered, "derived");
  const asked = setting.questions.ask({
    id,
    line: setting.line,
    about: "year",
    sentence: `“${words.written}” is no year. Which one is meant?`,
    choices: ordered.map(({ year }) => ({ label: String(year), value: String(year) })),
  });
  return { date: near === null ? null : (ordered[0] ?? null), certainty: "uncertain", questions: [asked] };
}

function weekday(day: number, { before, context }: DateSetting): ResolvedDate {
  const from = before ?? (context.day?.sure ? context.day.date : null);
  return from === null ? none : sure(addDays(from, weekdayFrom(from, day)), "derived");
}

const anchorOf = ({ before, context }: DateSetting): Anchor | null =>
  before ? { date: before, publication: false } : context.anchor;

function withoutYear(
  month: number,
  day: number,
  onWeekday: number | null,
  setting: DateSetting,
): ResolvedDate {
  const anchor = anchorOf(setting);
  const answered = Number(setting.questions.answer("year") ?? Number.NaN);
  if (anchor === null && Number.isInteger(answered) && answered >= 1970 && answered <= 2100) {
    const date = yearFor(month, day, onWeekday, {
      date: { year: answered, month, day: Math.min(day, 28) },
      publication: false,
    });
    return date === null ? none : sure(date, "derived");
  }
  if (anchor === null) {
    const id = setting.questions.ask({
      id: "year",
      line: setting.line,
      about: "year",
      sentence: `“${setting.given}” names no year, and nothing else in the text does. Which year was it?`,
      choices: [],
    });
    return { ...none, questions: [id] };
  }
  const date = yearFor(month, day, onWeekday, anchor);
  if (date === null) return none;
  const { doubts } = setting.context;
  return doubts.length > 0 ? { date, certainty: "uncertain", questions: [...doubts] } : sure(date, "derived");
}

/** A year that is far from every neighbour while the same day of the neighbour's year is next to it is probably mistyped. */
function checked(date: CivilDate, setting: DateSetting): ResolvedDate {
  if (!isDate(date)) return none;
  const reference = setting.before ?? (setting.context.day?.sure ? setting.context.day.date : null);
  if (reference === null || Math.abs(daysBetween(reference, date)) < 180) return sure(date, "stated");
  const swapped = [reference.year, reference.year + 1, reference.year - 1]
    .map((year) => ({ ...date, year }))
    .find((each) => isDate(each) && Math.abs(daysBetween(reference, each)) <= 7);
  if (swapped === undefined) return sure(date, "stated");
  const id = `year:${shortId(setting.given)}`;
  const answer = setting.questions.answer(id);
  if (answer === dateText(date)) return sure(date, "stated");
  if (answer === dateText(swapped)) return sure(swapped, "derived");
  const asked = setting.questions.ask({
    id,
    line: setting.line,
    about: "year",
    sentence: `“${setting.given}” is far from the other dates. Is its year mistyped?`,
    choices: [swapped, date].map((each) => ({ label: dateText(each), value: dateText(each) })),
  });
  return { date: swapped, certainty: "uncertain", questions: [asked] };
}

function numbers(words: Extract<DateWords, { sort: "numbers" }>, setting: DateSetting): ResolvedDate {
  const order =
    words.dotted || words.first > 12
      ? "dmy"
      : words.second > 12
        ? "mdy"
        : words.first === words.second
          ? "dmy"
          : null;
  const answered = setting.questions.answer("date-order");
  const known =
    order ?? setting.context.order ?? (answered === "dmy" || answered === "mdy" ? answered : null);
  const read = (as: "dmy" | "mdy"): ResolvedDate => {
    const [day, month] = as === "dmy" ? [words.first, words.second] : [words.second, words.first];
    return words.year === null
      ? withoutYear(month, day, null, setting)
      : checked({ year: words.year, month, day }, setting);
  };
  if (known !== null) {
    const result = read(known);
    return result.certainty === "stated" && order === null ? { ...result, certainty: "derived" } : result;
  }
  const readings = (["dmy", "mdy"] as const).map((as) => ({ as, date: read(as).date }));
  const reference = setting.before ?? (setting.context.day?.sure ? setting.context.day.date : null);
  const near = readings.filter(
    ({ date }) => date && reference && Math.abs(daysBetween(reference, date)) <= 3,
  );
  if (near.length === 1 && near[0]?.date) return sure(near[0].date, "derived");
  const id = setting.questions.ask({
    id: "date-order",
    line: setting.line,
    about: "date-order",
    sentence: `Is “${setting.given}” written day first or month first?`,
    choices: readings.map(({ as, date }) => ({
      label: `${as === "dmy" ? "day first" : "month first"}${date ? `: ${dateText(date)}` : ""}`,
      value: as,
    })),
  });
  return { ...none, questions: [id] };
}
