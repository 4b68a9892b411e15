/** Times and durations as people read them: ISO dates, 24 hours, the zone always named, units always written. */

export type TimeShow = "time" | "date" | "moment";

const partsOf = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const earlier = partsOf.get(zone);
  if (earlier !== undefined) return earlier;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  });
  partsOf.set(zone, made);
  return made;
}

let known = { zone: "", until: 0 };

/** The reader's own IANA zone. Asking the browser is slow and rows ask often; somebody who travels is noticed within a minute. */
export function localZone(): string {
  const now = Date.now();
  if (now >= known.until)
    known = { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, until: now + 60_000 };
  return known.zone;
}

/** @param instant ISO 8601 with offset @returns null when it is no time at all */
export function timeText(
  instant: string,
  zone: string,
  show: TimeShow,
  seconds = false,
): { text: string; zone: string } | null {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  const part = new Map(
    formatter(zone)
      .formatToParts(date)
      .map(({ type, value }) => [type, value]),
  );
  const day = `${part.get("year")}-${part.get("month")}-${part.get("day")}`;
  const clock = `${part.get("hour")}:${part.get("minute")}${seconds ? `:${part.get("second")}` : ""}`;
  const text = show === "date" ? day : show === "time" ? clock : `${day} ${clock}`;
  return { text, zone: part.get("timeZoneName") ?? zone };
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** @param ms length in milliseconds; a negative one gets a minus @returns "1 h 48 min": at most two units, the smaller cut off */
export function durationText(ms: number): string {
  if (!Number.isFinite(ms)) return "unknown";
  if (ms < 0) return `−${durationText(-ms)}`;
  if (ms < minute) return `${Math.floor(ms / second)} s`;
  if (ms < hour) return two(ms, minute, "min", second, "s", ms < 10 * minute);
  if (ms < day) return two(ms, hour, "h", minute, "min", true);
  return two(ms, day, "d", hour, "h", ms < 14 * day);
}

function two(
  ms: number,
  big: number,
  bigUnit: string,
  small: number,
  smallUnit: string,
  both: boolean,
): string {
  const rest = Math.floor((ms % big) / small);
  const head = `${Math.floor(ms / big)} ${bigUnit}`;
  return both && rest > 0 ? `${head} ${rest} ${smallUnit}` : head;
}

/** @returns ISO 8601, such as "PT1H48M", for machines */
export function durationIso(ms: number): string {
  const total = Math.max(0, Math.floor(ms / second));
  const parts: [number, string][] = [
    [Math.floor(total / 3600), "H"],
    [Math.floor((total % 3600) / 60), "M"],
    [total % 60, "S"],
  ];
  const text = parts
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value}${unit}`)
    .join("");
  return `PT${text === "" ? "0S" : text}`;
}

/** @returns "3 min ago" or "in 2 d", from one unit only */
export function relativeText(instant: string, now: number): string {
  const difference = now - new Date(instant).getTime();
  const size = Math.abs(difference);
  if (size < minute) return "just now";
  const text =
    size < hour
      ? `${Math.floor(size / minute)} min`
      : size < day
        ? `${Math.floor(size / hour)} h`
        : `${Math.floor(size / day)} d`;
  return difference > 0 ? `${text} ago` : `in ${text}`;
}
