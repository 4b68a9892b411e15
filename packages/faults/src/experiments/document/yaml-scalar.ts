import { float, Float, integer, Moment, type Value } from "../values/index.ts";

/**
 * What a plain YAML scalar means to PyYAML's safe_load, which read the files that people have. That is YAML 1.1 with PyYAML's own
 * limits: yes, no, on and off are booleans but y and n are not; 0777 is octal but 0o777 is text; 1:30 is 90; 1e3 is text, for an
 * exponent needs a dot and a sign.
 */
export function resolvePlain(text: string): Value {
  if (/^(?:yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(text)) return true;
  if (/^(?:no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(text)) return false;
  if (/^(?:|~|null|Null|NULL)$/.test(text)) return null;
  if (floatForm.test(text)) return readFloat(text);
  if (integerForm.test(text)) return readInteger(text);
  if (momentForm.test(text)) return readMoment(text);
  // Marks of YAML 1.1 for a default value and a merge; PyYAML knows them as keys only.
  if (text === "=" || text === "<<") throw new ScalarFailed(`"${text}" needs quotes`);
  return text;
}

const floatForm =
  /^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
const integerForm =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
const momentForm =
  /^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?)$/;

/** A scalar that is no such thing, though its form or tag says so: 2024-13-01, 0b_. */
export class ScalarFailed extends Error {
  override readonly name = "ScalarFailed";
}

/** PyYAML's !!float. @throws ScalarFailed */
export function readFloat(text: string): Value {
  const { sign, rest } = splitSign(text.replaceAll("_", "").toLowerCase());
  if (rest === ".inf") return new Float(sign * Infinity);
  if (rest === ".nan") return new Float(Number.NaN);
  const value = sexagesimal(rest.split(":").map((part) => decimal(part, text)));
  return float(sign * value);
}

function decimal(part: string, text: string): number {
  if (!/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:e[-+]?[0-9]+)?$/.test(part))
    throw new ScalarFailed(`"${text}" is no number`);
  return Number(part);
}

function sexagesimal(parts: readonly number[]): number {
  return parts.reduce((total, part) => total * 60 + part, 0);
}

/** PyYAML's !!int. @throws ScalarFailed */
export function readInteger(text: string): Value {
  const { sign, rest } = splitSign(text.replaceAll("_", ""));
  const value = rest.split(":").reduce((total, part) => total * 60n + wholeNumber(part, text), 0n);
  return integer(BigInt(sign) * value);
}

function wholeNumber(part: string, text: string): bigint {
  const based = /^0[bx]/.test(part) ? part : /^0[0-7]+$/.test(part) ? `0o${part.slice(1)}` : part;
  if (!/^(?:0b[01]+|0x[0-9a-fA-F]+|0o[0-7]+|[0-9]+)$/.test(based) || /^0[0-9]/.test(based))
    throw new ScalarFailed(`"${text}" is no whole number`);
  return BigInt(based);
}

function splitSign(text: string): { sign: 1 | -1; rest: string } {
  const sign = text.startsWith("-") ? -1 : 1;
  return { sign, rest: /^[-+]/.test(text) ? text.slice(1) : text };
}

/** PyYAML's !!bool. @throws ScalarFailed */
export function readBoolean(text: string): boolean {
  const lower = text.toLowerCase();
  if (["yes", "true", "on"].includes(lower)) return true;
  if (["no", "false", "off"].includes(lower)) return false;
  throw new ScalarFailed(`"${text}" is neither true nor false`);
}

/** PyYAML's !!binary: base64, blanks allowed. @throws ScalarFailed */
export function readBinary(text: string): Uint8Array {
  const packed = text.replace(/\s/g, "");
  if (packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(packed))
    throw new ScalarFailed("a !!binary value is no base64");
  return new Uint8Array(Buffer.from(packed, "base64"));
}

const momentParts =
  /^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:[Tt]|[ \t]+)([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]*))?(?:[ \t]*(Z|([-+])([0-9]{1,2})(?::([0-9]{2}))?))?)?$/;

/** PyYAML's !!timestamp: a date, or a date with time, which keeps its offset. @throws ScalarFailed */
export function readMoment(text: string): Moment {
  const parts = momentParts.exec(text);
  if (parts === null) throw new ScalarFailed(`"${text}" is no date`);
  const [
    ,
    year = "",
    month = "",
    day = "",
    hour,
    minute = "",
    second = "",
    fraction = "",
    zone,
    sign = "",
    zoneHour = "",
    zoneMinute = "00",
  ] = parts;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (!isCalendarDate(Number(year), Number(month), Number(day)))
    throw new ScalarFailed(`${text} is no date of the calendar`);
  if (hour === undefined) return new Moment(date);
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59 || Number(zoneHour) > 23)
    throw new ScalarFailed(`${text} is no time of the day`);
  const micro = fraction.slice(0, 6).padEnd(6, "0");
  const time = `${pad(hour)}:${minute}:${second}${Number(micro) > 0 ? `.${micro}` : ""}`;
  const offset = zone === undefined ? "" : zone === "Z" ? "+00:00" : `${sign}${pad(zoneHour)}:${zoneMinute}`;
  return new Moment(`${date}T${time}${offset === "-00:00" ? "+00:00" : offset}`);
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}

function isCalendarDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day <= (days[month - 1] ?? 0);
}
