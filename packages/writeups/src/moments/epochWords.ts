import { dateOfText } from "./civil.ts";
import type { MomentWords } from "./momentWords.ts";

/** Seconds (10 digits) or milliseconds (13) since 1970 as the UTC moment they are; null for other texts. */
export function epochWords(text: string): MomentWords | null {
  const found = /^[\s*_`]*((1\d{9})(\d{3})?)[*_`]*(?=\s*(?:$|[-–—:|]))/.exec(text);
  if (!found?.[2] || !found[1]) return null;
  const iso = new Date(Number(found[2]) * 1000).toISOString();
  const civil = dateOfText(iso);
  if (civil === null) return null;
  const from = text.indexOf(found[1]);
  return {
    date: { sort: "date", ...civil, weekday: null, last: null },
    time: {
      hour: Number(iso.slice(11, 13)),
      minute: Number(iso.slice(14, 16)),
      second: Number(iso.slice(17, 19)),
      precision: "second",
      meridiem: null,
      contradictory: false,
      open: false,
    },
    zone: { sort: "fixed", id: "UTC", given: found[1] },
    end: null,
    approximate: false,
    unknown: false,
    given: found[1],
    from,
    to: from + found[1].length,
  };
}
