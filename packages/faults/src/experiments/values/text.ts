import { type Dictionary, Float, floatText, isDictionary, Moment, type Value } from "./value.ts";

/** The value as Python's `str` writes it into a string: True, None, 1.0, ['a', 1], {'k': 'v'}. */
export function pythonText(value: Value): string {
  if (typeof value === "string") return value;
  if (value instanceof Moment) return value.iso.replace("T", " ");
  return representation(value);
}

/** Python's `repr`. */
export function representation(value: Value): string {
  if (value === null) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value === "bigint") return String(value);
  if (typeof value === "number") return Number.isInteger(value) ? String(BigInt(value)) : floatText(value);
  if (typeof value === "string") return quote(value);
  if (value instanceof Float) return floatText(value.value);
  if (value instanceof Moment) return representMoment(value.iso);
  if (value instanceof Uint8Array) return `b${quoteBytes(value)}`;
  if (isDictionary(value)) return representDictionary(value);
  return `[${value.map(representation).join(", ")}]`;
}

function representDictionary(dictionary: Dictionary): string {
  const pairs = Object.entries(dictionary).map(([key, value]) => `${quote(key)}: ${representation(value)}`);
  return `{${pairs.join(", ")}}`;
}

const short: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Python prefers single quotes and escapes what can't be printed: controls, unassigned characters, separators but the blank. */
function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[\\']|[\p{C}\p{Z}]/gu, (character) => {
    if (character === "'") return mark === "'" ? "\\'" : "'";
    if (character === " ") return " ";
    return short[character] ?? escapeCode(character.codePointAt(0) ?? 0);
  });
  return mark + body + mark;
}

function escapeCode(code: number): string {
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, "0")}`;
  if (code < 0x10000) return `\\u${code.toString(16).padStart(4, "0")}`;
  return `\\U${code.toString(16).padStart(8, "0")}`;
}

function quoteBytes(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  // oxlint-disable-next-line no-control-regex -- these are the bytes to escape
  const body = text.replace(/[\\']|[\u0000-\u001f\u007f-\u00ff]/g, (character) => {
    if (character === "'") return mark === "'" ? "\\'" : "'";
    return short[character] ?? escapeCode(character.charCodeAt(0));
  });
  return mark + body + mark;
}

const momentParts = /^(\d+)-(\d+)-(\d+)(?:T(\d+):(\d+):(\d+)(?:\.(\d+))?(?:([+-])(\d+):(\d+))?)?$/;

function representMoment(iso: string): string {
  const [, year, month, day, hour, minute, second, micro, sign, zoneHours, zoneMinutes] =
    momentParts.exec(iso) ?? [];
  const date = [year, month, day].map(Number).join(", ");
  if (hour === undefined) return `datetime.date(${date})`;
  const parts = [hour, minute].map(Number);
  if (Number(second) > 0 || micro !== undefined) parts.push(Number(second));
  if (micro !== undefined) parts.push(Number(micro));
  const offset = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 3600 + Number(zoneMinutes) * 60);
  const zone = sign === undefined ? "" : `, tzinfo=${representZone(offset)}`;
  return `datetime.datetime(${date}, ${parts.join(", ")}${zone})`;
}

/** Offset in seconds. A timedelta keeps its seconds positive and counts days down. */
function representZone(offset: number): string {
  if (offset === 0) return "datetime.timezone.utc";
  const delta = offset < 0 ? `days=-1, seconds=${offset + 86_400}` : `seconds=${offset}`;
  return `datetime.timezone(datetime.timedelta(${delta}))`;
}
