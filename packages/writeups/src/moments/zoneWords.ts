import { longNames, wallClocks, zoneTable } from "./zoneTable.ts";

/** A zone as written: `id` is set where the words leave no choice of zone, else `abbreviation` names an entry of the table. */
export type ZoneWords =
  | { sort: "fixed"; id: string; given: string }
  | { sort: "abbreviation"; abbreviation: string; given: string };

const abbreviations = [...zoneTable.keys()].toSorted((a, b) => b.length - a.length).join("|");
const names = [...longNames.keys()]
  .toSorted((a, b) => b.length - a.length)
  .join("|")
  .replaceAll("/", "\\/");

/** `CET/CEST`: the clock of the place, whatever the season. */
const pairs = [...wallClocks.keys()].filter((name) => name.includes("/")).join("|");

/** Sticky: matches a zone at the very position. Abbreviations must be in capitals, or words like "pst" in prose would count. */
const atPosition = new RegExp(
  [
    `(?<pair>${pairs})(?![\\p{L}\\d])`,
    String.raw`\+?(?<utc>UTC|GMT|utc|gmt|Utc|Gmt)(?:\s?(?<shift>[+\-−–](?:0?\d|1[0-4])(?::?[0-5]\d)?)(?![\d:]))?(?:[ -](?:time|TIME))?(?![\p{L}\d])`,
    String.raw`(?<zulu>[Zz])(?![\p{L}\d])`,
    String.raw`(?<offset>[+\-−](?:0\d|1[0-4]):?[0-5]\d)(?![\d:])`,
    `(?<long>${names})(?![\\p{L}\\d])`.replace(
      names,
      names.replace(/[A-Z]/g, (letter) => `[${letter}${letter.toLowerCase()}]`),
    ),
    String.raw`(?<iana>(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?)`,
    `(?<abbreviation>${abbreviations})(?:[ -]time)?(?![\\p{L}\\d])`,
    String.raw`(?<wall>(?:US[ /])?(?:[ECMP]T|AET|[Ee]astern|[Cc]entral|[Mm]ountain|[Pp]acific))(?:\s[Tt]ime)?(?![\p{L}\d])`,
  ].join("|"),
  "uy",
);

/** The zone written at `position` of `text`, with the index after it. */
export function zoneAt(text: string, position: number): { zone: ZoneWords; end: number } | null {
  atPosition.lastIndex = position;
  const found = atPosition.exec(text);
  if (found === null) return null;
  const given = found[0];
  const end = position + given.length;
  const { pair, utc, shift, zulu, offset, long, iana, abbreviation, wall } = found.groups ?? {};
  if (utc !== undefined) return { zone: fixed(shift === undefined ? "UTC" : offsetId(shift), given), end };
  if (zulu !== undefined) return { zone: fixed("UTC", given), end };
  if (offset !== undefined) return { zone: fixed(offsetId(offset), given), end };
  if (iana !== undefined) return { zone: fixed(iana, given), end };
  if (long !== undefined) return { zone: named(longNames.get(long.toUpperCase()) ?? long, given), end };
  if (abbreviation !== undefined) return { zone: { sort: "abbreviation", abbreviation, given }, end };
  const place = wallClocks.get((pair ?? wall ?? "").toUpperCase().replace(/^US[ /]/, ""));
  return place === undefined ? null : { zone: fixed(place, given), end };
}

const fixed = (id: string, given: string): ZoneWords => ({ sort: "fixed", id, given });

function named(name: string, given: string): ZoneWords {
  if (name === "UTC" || name === "GMT") return fixed("UTC", given);
  if (/^[+-]/.test(name)) return fixed(name, given);
  const place = wallClocks.get(name);
  return place === undefined ? { sort: "abbreviation", abbreviation: name, given } : fixed(place, given);
}

/** `+2`, `−0330`, `+02:00` → `+02:00`; zero is UTC. */
function offsetId(words: string): string {
  const found = /^(.)(\d{1,2}):?(\d{2})?$/.exec(words);
  const sign = found?.[1] === "+" ? "+" : "-";
  const id = `${sign}${(found?.[2] ?? "0").padStart(2, "0")}:${found?.[3] ?? "00"}`;
  return id.endsWith("00:00") ? "UTC" : id;
}

/** First zone anywhere in a short text, e.g. a column heading `Time (UTC)`. */
export function zoneWithin(text: string): ZoneWords | null {
  for (let at = 0; at < text.length; at += 1) {
    if (at > 0 && /[\p{L}\d]/u.test(text[at - 1] ?? "")) continue;
    const found = zoneAt(text, at);
    // A lone Z or a sign in running text is no zone.
    if (
      found &&
      !/^[Zz]$/.test(found.zone.given) &&
      !/^central|^pacific|^eastern|^mountain/.test(found.zone.given)
    )
      return found.zone;
  }
  return null;
}
