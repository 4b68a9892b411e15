import type { Precision } from "../proposal/moment.ts";

/** A time of day as written. `hour` is on the 24 hour clock once `meridiem` is applied; see `twelve`. */
export interface TimeWords {
  hour: number;
  minute: number;
  second: number;
  precision: Exclude<Precision, "day">;
  /** "am" or "pm" as written. */
  meridiem: "am" | "pm" | null;
  /** `13:55 AM`, `00:15 PM`: the words contradict each other. */
  contradictory: boolean;
  /** Minutes written as `??` or `2x`, seconds as `xx`. */
  open: boolean;
}

const meridiem = String.raw`(?:\s?(?<meridiem>[ap])\.?m\b\.?)`;
const patterns = [
  // 16:58, 16:58:03.123, 4:58 pm, 16h58
  String.raw`(?<hour>[01]?\d|2[0-4])(?:\s?:\s?|h)(?<minute>[0-5]\d)(?:[:](?<second>[0-5]\d|60)(?:[.,]\d+)?|:(?<blurred>\?\?|xx))?(?!\d|:\d)${meridiem}?`,
  // 16:??, 16:xx and 16:2x
  String.raw`(?<hour>[01]?\d|2[0-3]):(?:(?<open>\?\?|xx|--)|(?<tens>[0-5])(?<blurred>[x?]))${meridiem}?`,
  // 4.58pm, 16.58 uhr
  String.raw`(?<hour>[01]?\d|2[0-3])[.](?<minute>[0-5]\d)(?!\d)(?:${meridiem}|(?=\s*(?:uhr|hrs|hours|UTC|GMT|[ECMP][SD]T|CES?T|BST|IST)\b))`,
  // 4pm, 4 p.m.
  String.raw`(?<hour>0?[1-9]|1[0-2])${meridiem}`,
  // 1658 UTC, 1658hrs, 1658Z
  String.raw`(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)(?=\s?(?:hrs?|hours|h|Z|z|UTC|GMT|[ECMP][SD]T|CES?T)\b)`,
  // `0336: …` at the beginning of a line; 1900 to 2059 would rather be years
  String.raw`(?<=^[\s*_([-]{0,8})(?<hour>0\d|1[0-8]|2[1-3])(?<minute>[0-5]\d)(?=[*_]{0,2}:\s)`,
  String.raw`(?<hour>[01]?\d|2[0-3])(?:h|\so['’]clock)(?![\p{L}\d])`,
  String.raw`(?<word>noon|midday|midnight)(?![\p{L}])`,
].map((source) => new RegExp(source, "iuy"));

function atTwelve(hour: number, half: "am" | "pm" | null): number {
  if (half === "pm" && hour < 12 && hour > 0) return hour + 12;
  return half === "am" && hour === 12 ? 0 : hour;
}

function understood(groups: Record<string, string | undefined>): TimeWords {
  const { word, hour, second, tens, blurred, meridiem: half, open } = groups;
  const minute = tens === undefined ? groups["minute"] : `${tens}0`;
  if (word !== undefined) {
    return {
      hour: word.toLowerCase() === "midnight" ? 0 : 12,
      minute: 0,
      second: 0,
      precision: "hour",
      meridiem: null,
      contradictory: false,
      open: false,
    };
  }
  const written = Number(hour);
  const side = half === undefined ? null : half.toLowerCase() === "a" ? "am" : "pm";
  return {
    hour: atTwelve(written, side),
    minute: Number(minute ?? 0),
    second: Math.min(59, Number(second ?? 0)),
    precision: second !== undefined ? "second" : minute !== undefined ? "minute" : "hour",
    meridiem: side,
    // "13:55 PM" says the same twice; "13:55 AM" and "00:15 PM" do not.
    contradictory: (side === "am" && written > 12) || (side === "pm" && written === 0),
    open: open !== undefined || blurred !== undefined,
  };
}

/** The time of day written at `position`, with the index after it. `24:00` is kept as hour 24: the end of its day. */
export function timeAt(text: string, position: number): { time: TimeWords; end: number } | null {
  for (const pattern of patterns) {
    pattern.lastIndex = position;
    const found = pattern.exec(text);
    if (!found?.groups) continue;
    const time = understood(found.groups);
    if (time.hour === 24 && (time.minute !== 0 || time.second !== 0)) continue;
    let end = position + found[0].length;
    const tail = /\s?(?:hrs?|hours|uhr|h)\b/iy;
    tail.lastIndex = end;
    end += tail.exec(text)?.[0].length ?? 0;
    return { time, end };
  }
  return null;
}
