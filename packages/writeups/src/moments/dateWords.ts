/** A date as written, before anything is concluded from its surroundings. */
export type DateWords =
  | {
      sort: "date";
      year: number | null;
      month: number;
      day: number;
      weekday: number | null;
      last: { month: number; day: number } | null;
    }
  /** Numbers whose order is open: `03/04` or `03/04/2025`. */
  | { sort: "numbers"; first: number; second: number; year: number | null; dotted: boolean }
  /** `20202-01-16`: a digit too many in the year. */
  | { sort: "odd-year"; written: string; month: number; day: number }
  | { sort: "weekday"; weekday: number }
  /** "the next day" */
  | { sort: "next-day" };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const month = String.raw`(?<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![\p{L}])\.?`;
const weekday = String.raw`(?:(?<weekday>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?(?![\p{L}])[.,]?\s*(?:the\s+)?)`;
const day = String.raw`(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\p{L}\d]|[:.]\d)`;
const year = String.raw`(?<year>(?:19|20)\d{2})(?!\d|:\d)`;
const dash = String.raw`\s*(?:[-–—]|to|through|and|&)\s*`;
const otherMonth = month.replace("<month>", "<otherMonth>");
const otherDay = day.replace("<day>", "<otherDay>").replaceAll("[:.]\\d", ":\\d");

const patterns = [
  // 2025-09-29, 2025/9/29, 2025.09.29
  String.raw`(?<year>(?:19|20)\d{2})(?<mark>[-\/.])(?<numeric>0?[1-9]|1[0-2])\k<mark>(?<day>0?[1-9]|[12]\d|3[01])(?!\d)(?!\k<mark>\d)`,
  String.raw`(?<year>(?:19|20)\d{2})(?<numeric>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?=T\d{4,6}Z?(?![\d]))`,
  String.raw`(?<oddYear>[12]\d{4})-(?<numeric>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])(?!\d)`,
  // October 29-30, 2025; Nov 11 – Nov 15; Jan 14
  `${weekday}?${month}\\s*[-/]?\\s*(?:the\\s+)?${day}(?:${dash}(?:${otherMonth}\\s*)?${otherDay})?(?:(?:\\s*,\\s*|\\s+(?:of\\s+)?|[-/])${year})?`,
  // Nov, 5, 2023 and Nov, 5, 23:00: a comma too many
  `${month},\\s*${day}(?=\\s*,?\\s*(?:(?:19|20)\\d{2}|\\d{1,2}:\\d{2}))(?:\\s*,?\\s*${year})?`,
  // 28th of February 2024, 11-Sep-2025
  `${weekday}?${day}(?:${dash}${otherDay})?\\s*(?:of\\s+)?[-/]?\\s*${month}(?:(?:\\s*,\\s*|\\s+|[-/])${year})?`,
  // 03/04/2025, 3/4, 29.09.2025, 11-14-2022
  String.raw`${weekday}?(?<first>0?[1-9]|[12]\d|3[01])(?<mark>[\/.\-])(?<second>0?[1-9]|[12]\d|3[01])(?:[\/.\-:](?<year>(?:19|20)\d{2})|\k<mark>(?<shortYear>(?<!\.)\d{2}))(?!\d|:\d)`,
  String.raw`${weekday}?(?<first>0?[1-9]|[12]\d|3[01])\/(?<second>0?[1-9]|[12]\d|3[01])(?![\d\/:.]|\s*(?:of|nodes|pods|hosts|servers|requests|%))`,
  // 07-20 04:10
  String.raw`(?<first>0[1-9]|[12]\d|3[01])-(?<second>0[1-9]|[12]\d|3[01])(?=[\s*_]{1,4}~?\d{1,2}:\d{2})`,
  String.raw`(?<weekdayOnly>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![\p{L}])`,
  String.raw`(?<nextDay>(?:the\s+)?(?:next|following)\s+(?:day|morning))(?![\p{L}])`,
].map((source) => new RegExp(source, "iuy"));

const index = (list: readonly string[], word: string | undefined): number =>
  list.indexOf((word ?? "").slice(0, 3).toLowerCase());

function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function understood(groups: Record<string, string | undefined>): DateWords {
  const at = index(weekdays, groups["weekday"]) + 1;
  if (groups["nextDay"] !== undefined) return { sort: "next-day" };
  if (groups["weekdayOnly"] !== undefined)
    return { sort: "weekday", weekday: index(weekdays, groups["weekdayOnly"]) + 1 };
  const odd = groups["oddYear"];
  if (odd !== undefined)
    return { sort: "odd-year", written: odd, month: Number(groups["numeric"]), day: Number(groups["day"]) };
  const written = fullYear(groups["year"] ?? groups["shortYear"]);
  if (groups["first"] !== undefined)
    return {
      sort: "numbers",
      first: Number(groups["first"]),
      second: Number(groups["second"]),
      year: written,
      dotted: groups["mark"] === ".",
    };
  const number =
    groups["numeric"] === undefined ? index(months, groups["month"]) + 1 : Number(groups["numeric"]);
  const otherNumber = groups["otherMonth"] === undefined ? number : index(months, groups["otherMonth"]) + 1;
  const last =
    groups["otherDay"] === undefined ? null : { month: otherNumber, day: Number(groups["otherDay"]) };
  return {
    sort: "date",
    year: written,
    month: number,
    day: Number(groups["day"]),
    weekday: at || null,
    last,
  };
}

/** The date written at `position` of `text`, with the index after it. */
export function dateAt(text: string, position: number): { date: DateWords; end: number } | null {
  for (const pattern of patterns) {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (found?.groups) return { date: understood(found.groups), end: position + found[0].length };
  }
  return null;
}
