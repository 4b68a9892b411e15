import { type CustomTypesConfig, types } from "pg";
import { parse as parseArray } from "postgres-array";

/**
 * How column values reach JavaScript, the same on both drivers:
 * int8 → number, timestamptz → ISO instant with Z, date → 'YYYY-MM-DD', jsonb → parsed, bytea → Buffer;
 * numeric stays a string, because a double would lose digits.
 */
const timestamptz = 1184;
const timestamptzArray = 1185;
const date = 1082;
const dateArray = 1182;
const int8 = 20;
const int8Array = 1016;

type Parse = (text: string) => unknown;

/**
 * PostgreSQL's text form of an instant (session zone UTC, ISO date style) → the form of `Date#toISOString`:
 * always three decimals, six when the value has microseconds. Infinity stays as it is.
 */
export function parseInstant(text: string): string {
  const match = /^(\d{4,6}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?\+00(?: (BC))?$/.exec(text);
  if (match === null || match[4] === "BC") return text;
  const fraction = (match[3] ?? "").padEnd(3, "0");
  const decimals = fraction.length > 3 ? fraction.padEnd(6, "0") : fraction;
  return `${match[1]}T${match[2]}.${decimals}Z`;
}

/** int8 → number. Throws where a double can't hold the value exactly. */
export function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is outside the exact range of a number`);
  return value;
}

function arrayOf(parse: Parse): Parse {
  return (text) => parseArray(text, parse);
}

const parsers = new Map<number, Parse>([
  [timestamptz, parseInstant],
  [timestamptzArray, arrayOf(parseInstant)],
  [date, (text) => text],
  [dateArray, arrayOf((text) => text)],
  [int8, parseInt8],
  [int8Array, arrayOf(parseInt8)],
]);

/** The parsers given to every pg client, embedded or server. */
export const rowTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    const own = format === "binary" ? undefined : parsers.get(oid);
    return own ?? types.getTypeParser(oid, format);
  },
};
