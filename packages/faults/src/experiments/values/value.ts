/**
 * A value as Python sees it: what documents, probes and variables hold. JavaScript has one kind of number, Python two, and the
 * difference shows (`1.0` is no valid tolerance, `1` is; "${x}" prints `1.0`), so:
 * - a whole `number` is an int, and a `bigint` is an int beyond 2^53;
 * - a `number` with a fraction is a float; a float without one (1.0, 1e3, inf, nan, -0.0) is a `Float`.
 */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | Float
  | Moment
  | Uint8Array
  | readonly Value[]
  | Dictionary;

declare global {
  interface JSON {
    /** Text that JSON.stringify writes as it is (ECMAScript, JSON.parse source text access; Node 22). */
    rawJSON(text: string): unknown;
  }
}

/** A mapping with string keys. */
export interface Dictionary {
  readonly [key: string]: Value;
}

/** A float whose value is whole or not finite. Build it with `float`. */
export class Float {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  /** Python writes 1.0, and NaN and Infinity where JSON has no word for them; JSON readers elsewhere can't read those, so they become null. */
  toJSON(): unknown {
    return Number.isFinite(this.value) ? JSON.rawJSON(floatText(this.value)) : null;
  }
}

/** A date, or a date with a time, from a YAML document. */
export class Moment {
  /** As Python's isoformat(): 2024-02-29, 2024-02-29T10:00:00.250000+02:00. */
  readonly iso: string;

  constructor(iso: string) {
    this.iso = iso;
  }

  toJSON(): string {
    return this.iso;
  }
}

export function float(value: number): Value {
  return Number.isInteger(value) || !Number.isFinite(value) ? new Float(value) : value;
}

export function integer(value: bigint): Value {
  return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : value;
}

export function isDictionary(value: Value | undefined): value is Dictionary {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Float) &&
    !(value instanceof Moment) &&
    !(value instanceof Uint8Array)
  );
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** int, as Python's isinstance(value, int): True and False are ints too. */
export function isInteger(value: Value | undefined): value is number | bigint | boolean {
  return (
    typeof value === "boolean" ||
    typeof value === "bigint" ||
    (typeof value === "number" && Number.isInteger(value))
  );
}

/** A number of any kind, as Python's numbers.Number: booleans are numbers too. */
export function isNumber(value: Value | undefined): value is number | bigint | boolean | Float {
  return (
    typeof value === "boolean" ||
    typeof value === "bigint" ||
    typeof value === "number" ||
    value instanceof Float
  );
}

/** The value as a JavaScript number; ints beyond 2^53 lose digits. */
export function toNumber(value: number | bigint | boolean | Float): number {
  return value instanceof Float ? value.value : Number(value);
}

/** The value under its own key, or undefined: never something inherited. */
export function get(dictionary: Dictionary, key: string): Value | undefined {
  return Object.hasOwn(dictionary, key) ? dictionary[key] : undefined;
}

/** What Python calls true: everything but None, False, zero and what is empty. */
export function isTruthy(value: Value | undefined): boolean {
  if (value === undefined || value === null) return false;
  if (value instanceof Float) return value.value !== 0;
  if (value instanceof Moment) return true;
  if (value instanceof Uint8Array || Array.isArray(value)) return value.length > 0;
  if (typeof value === "object") return Object.keys(value).length > 0;
  return Boolean(value);
}

/** Python's repr of a float: the shortest digits, an exponent below 1e-4 and from 1e16. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const [digits = "0", power = "+0"] = value.toExponential().split("e");
  const exponent = Number(power);
  const sign = Object.is(value, -0) ? "-" : "";
  if (exponent < -4 || exponent >= 16) {
    const width = String(Math.abs(exponent)).padStart(2, "0");
    return `${sign}${digits}e${exponent < 0 ? "-" : "+"}${width}`;
  }
  const plain =
    exponent < 0 ? value.toFixed(digits.replace(/[-.]/g, "").length - 1 - exponent) : String(value);
  return `${sign}${plain.includes(".") ? plain : `${plain}.0`}`;
}
