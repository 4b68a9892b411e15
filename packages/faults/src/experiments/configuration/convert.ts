import { float, Float, integer, isNumber, toNumber, type Value } from "../values/index.ts";
import { parseJson } from "../values/json.ts";

/** A variable that can't be had as it is described. */
export class VariableFailed extends Error {
  override readonly name = "VariableFailed";
  readonly code: VariableCode;

  constructor(code: VariableCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type VariableCode =
  | "variable.environment-missing"
  | "variable.key-missing"
  | "variable.conversion"
  | "variable.type-unknown"
  | "variable.format"
  | "variable.vault";

const wholeNumber = /^[+-]?\d+(?:_\d+)*$/;
const anyNumber =
  /^[+-]?(?:(?:\d+(?:_\d+)*)(?:\.(?:\d+(?:_\d+)*)?)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i;

/**
 * Turns a variable into the type that was asked for (chaoslib.convert_to_type). Without a type, and as str, it stays what it is.
 * @throws VariableFailed
 */
export function convert(type: Value | undefined, value: Value, what: string): Value {
  switch (type) {
    case undefined:
    case null:
    case "str":
    case "string":
      return value;
    case "int":
    case "integer":
      return toInteger(value, what);
    case "float":
    case "number":
      return toFloat(value, what);
    case "bytes":
      return new TextEncoder().encode(text(value, "bytes", what));
    case "bool":
      return typeof value === "boolean"
        ? value
        : !["false", "0", "no"].includes(text(value, "bool", what).toLowerCase());
    case "json":
      return typeof value === "string" && value !== "" ? json(value, what) : value;
    default:
      throw new VariableFailed(
        "variable.type-unknown",
        `${what}: the type can be bool, str, int, float, bytes or json.`,
      );
  }
}

function toInteger(value: Value, what: string): Value {
  if (typeof value === "string" && wholeNumber.test(value.trim()))
    return integer(BigInt(value.trim().replaceAll("_", "").replace(/^\+/, "")));
  if (isNumber(value)) {
    if (typeof value === "bigint") return value;
    const number = toNumber(value);
    if (Number.isFinite(number)) return integer(BigInt(Math.trunc(number)));
  }
  throw notA("a whole number", value, what);
}

function toFloat(value: Value, what: string): Value {
  if (isNumber(value)) return float(toNumber(value));
  if (typeof value === "string") {
    const trimmed = value.trim();
    if (anyNumber.test(trimmed)) return float(Number(trimmed.replaceAll("_", "")));
    const special = /^([+-]?)(?:(inf(?:inity)?)|nan)$/i.exec(trimmed);
    if (special !== null)
      return new Float(special[2] === undefined ? Number.NaN : special[1] === "-" ? -Infinity : Infinity);
  }
  throw notA("a number", value, what);
}

function text(value: Value, type: string, what: string): string {
  if (typeof value === "string") return value;
  throw notA(`text that can become ${type}`, value, what);
}

function json(value: string, what: string): Value {
  try {
    return parseJson(value);
  } catch {
    throw notA("JSON", value, what);
  }
}

/** The value itself is left out: it may be a secret. */
function notA(wanted: string, value: Value, what: string): VariableFailed {
  const kind = value === null ? "there is none" : "it is something else";
  return new VariableFailed("variable.conversion", `${what}: ${wanted} is needed, but ${kind}.`);
}
