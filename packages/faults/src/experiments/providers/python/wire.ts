import { float, get, isDictionary, isList, Moment, type Value, Float } from "../../values/index.ts";
import { parseJson, writeJson } from "../../values/json.ts";

/** One line for the Python process. Values that JSON has no word for are tagged, see bridge.py. */
export function encodeLine(message: Readonly<Record<string, Value>>): string {
  return `${writeJson(tag(message))}\n`;
}

/** One line of the Python process. */
export function decodeLine(line: string): Value {
  return untag(parseJson(line, { maxDepth: 10_000 }));
}

function tag(value: Value): Value {
  if (value instanceof Uint8Array) return { $morrow: "bytes", value: Buffer.from(value).toString("base64") };
  if (value instanceof Moment) return { $morrow: "moment", value: value.iso };
  if (value instanceof Float) {
    if (Number.isFinite(value.value)) return value;
    const text = Number.isNaN(value.value) ? "nan" : value.value > 0 ? "inf" : "-inf";
    return { $morrow: "float", value: text };
  }
  if (isList(value)) return value.map(tag);
  if (isDictionary(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, tag(item)]));
  return value;
}

function untag(value: Value): Value {
  if (isList(value)) return value.map(untag);
  if (!isDictionary(value)) return value;
  const [kind, text] = [get(value, "$morrow"), get(value, "value")];
  if (typeof text === "string") {
    if (kind === "bytes") return new Uint8Array(Buffer.from(text, "base64"));
    if (kind === "moment") return new Moment(text);
    if (kind === "float")
      return float(text === "nan" ? Number.NaN : text.startsWith("-") ? -Infinity : Infinity);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, untag(item)]));
}
