import { secondsOf } from "../moments/civil.ts";
import type { TimeWords } from "../moments/timeWords.ts";
import type { RawRow } from "./rawRow.ts";

const half = 12 * 3600;

/** Hours 1 to 12 without "am" or "pm". */
const isOpen = (time: TimeWords): boolean => time.meridiem === null && time.hour >= 1 && time.hour <= 12;

const inHalf = (time: TimeWords, meridiem: "am" | "pm"): TimeWords => ({
  ...time,
  meridiem,
  hour: (time.hour % 12) + (meridiem === "pm" ? 12 : 0),
});

/** `9:30 – 10:15 am`: the half of the day stands once, at the end. */
function fromRangeEnd(row: RawRow): RawRow {
  const { words } = row;
  const [time, end] = [words?.time, words?.end?.time];
  if (!words || !time || !end || !isOpen(time) || end.meridiem === null) return row;
  const same = inHalf(time, end.meridiem);
  const fits = secondsOf(same) <= secondsOf(end);
  return {
    ...row,
    words: { ...words, time: fits ? same : inHalf(time, end.meridiem === "pm" ? "am" : "pm") },
  };
}

/**
 * Times without "am" or "pm" in a timeline that otherwise writes them: the half that lies between the neighbours.
 * Where both halves would do, or neither, the row is marked open so that it is asked.
 */
export function settleMeridiem(rows: readonly RawRow[]): { rows: RawRow[]; open: Set<RawRow> } {
  const settled = rows.map(fromRangeEnd);
  const open = new Set<RawRow>();
  const written = settled.some((row) => row.words?.time?.meridiem);
  // On a clock of 24 hours some hour is above 12 or written with a leading zero.
  const twentyFour = settled.some(
    (row) =>
      row.words?.time &&
      row.words.time.meridiem === null &&
      (row.words.time.hour > 12 || /^0\d:/.test(row.words.given)),
  );
  for (const row of afterNoon(settled)) open.add(row);
  if (!written || twentyFour) return { rows: settled, open };
  for (const [index, row] of settled.entries()) {
    const time = row.words?.time;
    if (!row.words || !time || !isOpen(time)) continue;
    const before = settled[index - 1]?.words?.time;
    const after = settled[index + 1]?.words?.time;
    const fitting = (["am", "pm"] as const).filter((side) => between(before, inHalf(time, side), after));
    const side = fitting.length === 1 ? fitting[0] : undefined;
    const made = { ...row, words: { ...row.words, time: side ? inHalf(time, side) : time } };
    if (!side) open.add(made);
    settled[index] = made;
  }
  return { rows: settled, open };
}

/** `12:15 AM` right after `12:00 PM`: half a day later, or noon taken for the morning. */
function afterNoon(rows: readonly RawRow[]): RawRow[] {
  let noon = false;
  return rows.filter((row) => {
    const time = row.words?.time;
    if (!time || row.words?.date) {
      noon = false;
      return false;
    }
    const doubtful = noon && time.meridiem === "am" && time.hour === 0;
    noon = doubtful || (time.meridiem === "pm" && time.hour === 12);
    return doubtful;
  });
}

function between(
  before: TimeWords | null | undefined,
  time: TimeWords,
  after: TimeWords | null | undefined,
): boolean {
  const at = secondsOf(time);
  if (before && before.meridiem !== null && (at < secondsOf(before) || at - secondsOf(before) >= half))
    return false;
  return !(after && after.meridiem !== null && at > secondsOf(after));
}
