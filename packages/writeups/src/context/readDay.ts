import { fieldNamed } from "../document/fields.ts";
import { dateOfText, isDate, weekdayOf, type CivilDate } from "../moments/civil.ts";
import type { DateWords } from "../moments/dateWords.ts";
import { yearFor, type Anchor } from "../moments/year.ts";
import type { Source } from "../proposal/moment.ts";
import { dateIn } from "../timeline/headingContext.ts";
import type { RawRow } from "../timeline/rawRow.ts";
import type { Day, DayContext } from "./dayContext.ts";
import type { Document } from "./document.ts";
import type { ProseMoment } from "./prose.ts";

const dateLabels =
  /^(?:date|dates|day|when|incident date|outage date|date of (?:the )?(?:incident|outage|event)|event date|date occurred|occurred(?: on)?|date time|date and time|incident dates|datum)$/;
const startLabels =
  /^(?:start(?:ed)?(?: (?:date|time|at))?(?: and time)?|(?:incident|outage|impact) (?:start|began|started)(?: time| date)?|began|start date time|time of incident)$/;

const spanLabels =
  /^(?:duration|duration of (?:the )?(?:outage|incident)|period|(?:incident|outage|impact|time) window(?: of .*)?|window|impact duration|end(?:ed)?(?: (?:date|time|at))?)$/;

/** A date found somewhere, perhaps without its year. */
interface Found {
  words: DateWords;
  from: Source;
  line: number | null;
  given: string;
}

const inText = (text: string, from: Source, line: number | null): Found | null => {
  const found = dateIn(text, line ?? 1);
  return found ? { words: found.words, from, line, given: found.given } : null;
};

/** Concludes the day of a document from the best place that names it. */
export function readDay(
  document: Document,
  prose: readonly ProseMoment[],
  rows: readonly RawRow[],
): DayContext {
  const found = datedPlaces(document, prose);
  const told = prose.flatMap(({ words }) => (words.date ? [{ words: words.date }] : []));
  const order = orderOf([...found, ...rowDates(rows), ...told]);
  const { places, doubts } = withRightYear(document, found);
  const anchor = anchorOf(document, places, order);
  const answered = dateOfText(document.questions.answer("date"));
  if (answered) {
    const day: Day = { date: answered, from: "answer", line: null, given: "", sure: true };
    return { day, anchor: { date: answered, publication: false }, order, doubts: [] };
  }
  for (const place of places) {
    const date = complete(place.words, anchor, order);
    if (date)
      return {
        day: { ...place, date, sure: doubts.length === 0 },
        anchor: anchor ?? { date, publication: false },
        order,
        doubts,
      };
  }
  return { day: publication(document), anchor, order, doubts };
}

/** "Thursday, January 20th, 2021" was a Wednesday: where another year fits the weekday, it is asked which is meant. */
function withRightYear(document: Document, places: Found[]): { places: Found[]; doubts: string[] } {
  for (const { words, given, line } of places) {
    if (words.sort !== "date" || words.year === null || words.weekday === null) continue;
    const { year, month, day, weekday } = words;
    const fits = (each: number): boolean =>
      isDate({ year: each, month, day }) && weekdayOf({ year: each, month, day }) === weekday;
    const other = [year + 1, year - 1].find(fits);
    if (!isDate({ year, month, day }) || fits(year) || other === undefined) continue;
    const answer = document.questions.answer("year:weekday");
    const chosen =
      answer === String(year)
        ? year
        : answer === String(other) || publication(document)?.date.year === other
          ? other
          : year;
    const corrected = places.map((place) =>
      place.words.sort === "date" && place.words.year === year
        ? { ...place, words: { ...place.words, year: chosen } }
        : place,
    );
    if (answer === String(year) || answer === String(other)) return { places: corrected, doubts: [] };
    const asked = document.questions.ask({
      id: "year:weekday",
      line: line ?? 1,
      about: "year",
      sentence: `“${given}” names a weekday that fits ${other}, not ${year}. Which year is meant?`,
      choices: [other, year].map((each) => ({ label: String(each), value: String(each) })),
    });
    return { places: corrected, doubts: [asked] };
  }
  return { places, doubts: [] };
}

function datedPlaces(document: Document, prose: readonly ProseMoment[]): Found[] {
  const { frontMatter, fields } = document;
  const places: (Found | null)[] = [];
  if (frontMatter?.start_time) places.push(inText(frontMatter.start_time, "front-matter", 1));
  for (const label of [startLabels, dateLabels, spanLabels]) {
    const field = fieldNamed(fields, label);
    if (field) places.push(inText(field.value, "field", field.line));
  }
  if (document.titleText !== null) places.push(inText(document.titleText, "heading", document.titleLine));
  const told = prose.find(
    ({ words }) => words.date !== null && words.date.sort !== "weekday" && words.date.sort !== "next-day",
  );
  if (told?.words.date)
    places.push({ words: told.words.date, from: "prose", line: told.line, given: told.words.given });
  return places.filter((place) => place !== null);
}

const rowDates = (rows: readonly RawRow[]): { words: DateWords }[] =>
  rows.flatMap((row) =>
    [row.words?.date, row.beside?.words, row.above?.words].flatMap((words) => (words ? [{ words }] : [])),
  );

/** Day first or month first: a number above 12 tells it, or the same date written elsewhere with the month's name. */
function orderOf(places: readonly { words: DateWords }[]): "dmy" | "mdy" | null {
  const named = new Set(
    places.flatMap(({ words }) => (words.sort === "date" ? [`${words.month}-${words.day}`] : [])),
  );
  const says = new Set<"dmy" | "mdy">();
  const agrees = new Set<"dmy" | "mdy">();
  for (const { words } of places) {
    if (words.sort !== "numbers" || words.dotted || words.first === words.second) continue;
    if (words.first > 12) says.add("dmy");
    else if (words.second > 12) says.add("mdy");
    else {
      if (named.has(`${words.second}-${words.first}`)) agrees.add("dmy");
      if (named.has(`${words.first}-${words.second}`)) agrees.add("mdy");
    }
  }
  const [only] = says.size > 0 ? says : agrees;
  return (says.size > 0 ? says : agrees).size === 1 ? (only ?? null) : null;
}

function complete(words: DateWords, anchor: Anchor | null, order: "dmy" | "mdy" | null): CivilDate | null {
  if (words.sort === "date") {
    const { year, month, day } = words;
    if (year !== null) return isDate({ year, month, day }) ? { year, month, day } : null;
    return anchor === null ? null : yearFor(month, day, words.weekday, anchor);
  }
  // Typing errors are settled where they stand.
  if (words.sort !== "numbers") return null;
  const as =
    words.dotted || words.first > 12 || words.first === words.second
      ? "dmy"
      : words.second > 12
        ? "mdy"
        : order;
  if (as === null) return null;
  const [day, month] = as === "dmy" ? [words.first, words.second] : [words.second, words.first];
  return complete({ sort: "date", year: words.year, month, day, weekday: null, last: null }, anchor, order);
}

/** The date other dates take their year from. */
function anchorOf(document: Document, places: readonly Found[], order: "dmy" | "mdy" | null): Anchor | null {
  for (const place of places) {
    const date = complete(place.words, null, order);
    if (date) return { date, publication: false };
  }
  const published = publication(document);
  if (published) return { date: published.date, publication: true };
  const month = /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?,?\s+((?:19|20)\d{2})\b/i.exec(
    document.titleText ?? "",
  );
  if (month)
    return {
      date: {
        year: Number(month[2]),
        month: 1 + monthsInOrder.indexOf((month[1] ?? "").toLowerCase()),
        day: 15,
      },
      publication: false,
    };
  const year = /(?<!\d)(20\d{2})(?!\d)/.exec(
    `${document.titleText ?? ""} ${document.outerTitle ?? ""} ${document.input.path}`,
  );
  return year ? { date: { year: Number(year[1]), month: 7, day: 1 }, publication: false } : null;
}

const monthsInOrder = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Dates that may be those of the publication: front matter `date`, the file name, the folders above it. */
function publication(document: Document): Day | null {
  const { frontMatter, input } = document;
  const written = frontMatter?.other["date"] ?? frontMatter?.source_published_at;
  const stated = typeof written === "string" ? dateOfText(written) : null;
  const inName = /(?<!\d)((?:19|20)\d{2})[-_./]?(0[1-9]|1[0-2])[-_./]?(0[1-9]|[12]\d|3[01])(?!\d)/.exec(
    input.path,
  );
  const name = inName ? { year: Number(inName[1]), month: Number(inName[2]), day: Number(inName[3]) } : null;
  if (name && isDate(name))
    return { date: name, from: "file-name", line: null, given: inName?.[0] ?? "", sure: false };
  return stated
    ? {
        date: stated,
        from: "front-matter",
        line: 1,
        given: typeof written === "string" ? written : "",
        sure: false,
      }
    : null;
}
