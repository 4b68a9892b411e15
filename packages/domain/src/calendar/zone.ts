import { Temporal } from "temporal-polyfill";

const fixedOffset = /^[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]$/;
const ianaName = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/;

/** Whether the text names an IANA zone (Europe/Berlin, UTC) or a fixed offset (+02:00). */
export function isZone(text: string): boolean {
  if (fixedOffset.test(text)) return true;
  if (!ianaName.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
