import { Temporal } from "temporal-polyfill";
import { zoneWithin, type ZoneWords } from "./zoneWords.ts";

const known = new Map<string, boolean>();

/** True for `UTC`, `+02:00` and IANA names this machine's zone data knows. */
export function isZone(id: string): boolean {
  if (!/^(?:UTC|[+-]\d{2}:\d{2}|[A-Z][A-Za-z]+(?:\/[A-Za-z0-9_+-]+){0,2})$/.test(id)) return false;
  const before = known.get(id);
  if (before !== undefined) return before;
  let valid = true;
  try {
    new Temporal.PlainDateTime(2020, 1, 1).toZonedDateTime(id);
  } catch {
    valid = false;
  }
  if (known.size < 2_000) known.set(id, valid);
  return valid;
}

/** What a person may answer for a zone: an IANA name, an offset, or words such as `utc` and `UTC+2`. Null if it is none. */
export function zoneOfAnswer(answer: string | undefined): string | null {
  const words = answer?.trim() ?? "";
  if (isZone(words)) return words;
  const found = words.length < 60 ? zoneWithin(words) : null;
  return found?.sort === "fixed" && isZone(found.id) ? found.id : null;
}

/** The same where an abbreviation will do: what it means on a date is settled later. */
export function zoneWordsOfAnswer(answer: string | undefined): ZoneWords | null {
  const id = zoneOfAnswer(answer);
  if (id !== null) return { sort: "fixed", id, given: id };
  const words = answer?.trim() ?? "";
  const found = words.length < 60 ? zoneWithin(words) : null;
  return found?.sort === "abbreviation" ? found : null;
}
