import { dateAt, type DateWords } from "./dateWords.ts";
import { timeAt, type TimeWords } from "./timeWords.ts";
import { zoneAt, type ZoneWords } from "./zoneWords.ts";

/** Date, time and zone as far as they are written at one place. */
export interface MomentParts {
  date: DateWords | null;
  time: TimeWords | null;
  zone: ZoneWords | null;
}

export interface MomentWords extends MomentParts {
  /** `10:00-10:15`, `Oct 29 22:30 to Oct 30 05:39`. */
  end: MomentParts | null;
  approximate: boolean;
  /** `??`, `TBD`: a place for a time that nobody filled in. */
  unknown: boolean;
  /** The words from the first to the last part. */
  given: string;
  /** Indexes into the text. */
  from: number;
  to: number;
}

const about =
  /(?:~|≈|±|\bc(?:a|irca)?\.|(?:at\s+)?(?:about|around|approx(?:imately|\.)?|roughly|circa|shortly (?:after|before)|just (?:after|before)|sometime (?:after|before|around)|before|after|by|since|from|at|on|between|starting(?: at)?|beginning(?: at)?)(?![\p{L}]))\s*/iuy;
const vague = /~|≈|±|^c|about|around|approx|roughly|circa|shortly|just|sometime|before|after/i;
const glue =
  /(?:[\s,;*_`()[\]<>@|]|T(?=\d{2}:?\d{2})|(?:at|on|of|the|and|around|about|approximately|~)(?![\p{L}])|[-/](?=\s*\d{1,2}:\d{2}))+/iuy;
const rangeMark =
  /[\s*_`)\]]*(?:[-–—~→]+>?|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\band\b|\.{2,3})[\s*_`([~]*/iuy;
const linkTarget = /\]\((?:[^()\s]|\([^()\s]*\))*\)/y;

const take = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? "";
};

interface Cursor extends MomentParts {
  from: number;
  to: number;
  approximate: boolean;
}

/** Reads date, time and zone in any order from `start`, with what people put between them. */
function parts(text: string, start: number, prefix: RegExp | null): Cursor | null {
  const cursor: Cursor = { date: null, time: null, zone: null, from: -1, to: start, approximate: false };
  let at = start;
  for (let guard = 0; guard < 8; guard += 1) {
    if (prefix) {
      const words = take(prefix, text, at);
      if (vague.test(words)) cursor.approximate = true;
      at += words.length;
      if (words !== "") at += take(emphasis, text, at).length;
    }
    const next = part(text, at, cursor);
    if (next === null) break;
    if (cursor.from < 0) cursor.from = at;
    cursor.to = next;
    const offset = cursor.time !== null && /[-+−]/.test(text[next] ?? "") ? part(text, next, cursor) : null;
    if (offset !== null) cursor.to = offset;
    const target = take(linkTarget, text, cursor.to);
    const between = take(glue, text, cursor.to + target.length);
    if (/~|about|around|approx/i.test(between)) cursor.approximate = true;
    at = cursor.to + target.length + between.length;
  }
  return cursor.from < 0 ? null : cursor;
}

/**
 * `00:47:00-07:00` and `T00:47-07:00` end with an offset; `10:00-10:15` is a range. A minus is an offset only in the
 * machine's way of writing.
 */
function offsetAfter(text: string, at: number, time: TimeWords): boolean {
  if (!/^[-−]/.test(text.slice(at, at + 1))) return true;
  return time.precision === "second" || /T\d{2}:?\d{2}$/.test(text.slice(Math.max(0, at - 6), at));
}

function part(text: string, at: number, cursor: Cursor): number | null {
  if (cursor.time !== null && cursor.zone === null && offsetAfter(text, at, cursor.time)) {
    const found = zoneAt(text, at);
    if (found) {
      cursor.zone = found.zone;
      return found.end;
    }
  }
  if (cursor.time === null) {
    const found = timeAt(text, at);
    if (found) {
      cursor.time = found.time;
      return found.end;
    }
  }
  if (cursor.date === null || (cursor.date.sort === "weekday" && cursor.time === null)) {
    const found = dateAt(text, at);
    // "May" and "on Sunday" begin sentences too: a weekday counts only before or after a time or date.
    if (found) {
      cursor.date = found.date;
      return found.end;
    }
  }
  return null;
}

const emphasis = /[*_`]*/y;
const opening = /(?:[\s*_`([<|]|~~|:\s?(?=\d{1,2}:\d{2})|[Tt]oday(?=[\s,(~]+\d)[\s,]*)*/y;
const openWords =
  /(?:\?{1,}(?::\?+)?|TBD|tbd|unknown(?: time)?|n\/a|xx:xx|XX:XX|--:--|(?<!\w)T\s?[+-]\s?\d[\d:]*\s?(?:min|m|h|s|hours?|minutes?|seconds?|hrs?)?(?:\s?\d{1,2}\s?(?:min|m|s|minutes?|seconds?)\b)?)(?=[\s*_`)|:\]–-]|$)/iy;

/**
 * The moment at the beginning of a text (after emphasis, brackets and words such as "around" or "At"), or null where it
 * does not begin with one. Weekdays alone count only together with a time.
 */
export function momentAt(text: string, start = 0): MomentWords | null {
  const at = start + take(opening, text, start).length;
  const open = take(openWords, text, at);
  if (open !== "") {
    return {
      date: null,
      time: null,
      zone: null,
      end: null,
      approximate: true,
      unknown: true,
      given: open,
      from: at,
      to: at + open.length,
    };
  }
  const first = parts(text, at, about);
  if (first === null) return null;
  const { date, time } = first;
  if (time === null && (date === null || date.sort === "weekday" || date.sort === "next-day")) return null;
  // "3/4 of the pods" is no date: numbers without a year need a time beside them.
  if (time === null && date?.sort === "numbers" && date.year === null) return null;
  const second = rangeEnd(text, first);
  const to = second?.to ?? first.to;
  return {
    // `07:00–08:00 AM Sep 08`: the date stands once, at the end.
    date: date ?? (second?.date?.sort === "date" ? second.date : null),
    time,
    zone: first.zone ?? second?.zone ?? null,
    end: second,
    approximate: first.approximate || (second?.approximate ?? false) || (time?.open ?? false),
    unknown: false,
    given: text
      .slice(first.from, to)
      .replace(linkTargets, "")
      .replace(/[*_`[\]]+/g, "")
      .replace(/(\([^()]*)$/, "$1)")
      .trim(),
    from: first.from,
    to,
  };
}

const linkTargets = /\]\([^()\s]*\)/g;

function rangeEnd(text: string, first: Cursor): Cursor | null {
  const mark = take(rangeMark, text, first.to);
  if (mark === "") return null;
  const second = parts(text, first.to + mark.length, null);
  if (second === null || second.from !== first.to + mark.length) return null;
  // After a time only another time ends a range; after a date only a date does.
  if (first.time !== null && second.time === null) return null;
  if (first.time === null && (second.time !== null || second.date?.sort !== "date")) return null;
  return second;
}

const candidate =
  /(?<![\p{L}\d.:/-])(?:\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|noon|midnight)/giu;

/** Every moment anywhere in running text, in order, without overlaps. Links and code should be taken out before. */
export function momentsWithin(text: string): MomentWords[] {
  const found: MomentWords[] = [];
  let end = 0;
  for (const match of text.matchAll(candidate)) {
    if (match.index < end) continue;
    const moment = momentAt(text, match.index);
    if (moment === null || moment.unknown) continue;
    found.push(moment);
    end = moment.to;
  }
  return found;
}
