import { matchPath, PathFailed, parsePath } from "../jsonpath2/index.ts";
import { substitute, type Variables } from "../substitution/index.ts";
import {
  atMost,
  type Dictionary,
  equals,
  get,
  isDictionary,
  isInteger,
  isList,
  isTruthy,
  type Value,
} from "../values/index.ts";
import { JsonFailed, parseJson } from "../values/json.ts";
import { ToleranceFailed } from "./failure.ts";
import { searchPattern } from "./pattern.ts";
import { withinRange } from "./range.ts";

export interface ToleranceContext extends Variables {
  /**
   * Runs a tolerance that is a probe, whose argument `value` has been set, and gives its output. A probe that fails (ActivityFailed)
   * gives false. @throws whatever else stops a run
   */
  readonly runProbe: (probe: Dictionary) => Promise<Value>;
}

/**
 * Whether a probe's output is within its tolerance (chaoslib.hypothesis.within_tolerance). A tolerance that is a string must have been
 * substituted already, as the original does; pattern, path and expect are substituted here. @throws ToleranceFailed
 */
export async function withinTolerance(
  tolerance: Value,
  value: Value,
  context: ToleranceContext,
): Promise<boolean> {
  if (isDictionary(tolerance) && get(tolerance, "type") === "probe")
    return isTruthy(await context.runProbe(withValue(tolerance, value)));
  return meets(tolerance, value, context);
}

/** The same for every tolerance that runs nothing. @throws ToleranceFailed */
export function meets(tolerance: Value, value: Value, variables: Variables): boolean {
  if (typeof tolerance === "boolean" || typeof tolerance === "string") return equals(value, tolerance);
  if (isInteger(tolerance)) return equals(statusOf(value) ?? value, tolerance);
  if (isList(tolerance)) return meetsList(tolerance, value);
  if (isDictionary(tolerance)) return meetsRule(tolerance, value, variables);
  // Numbers with a fraction, null and dates: Chaos Toolkit has no rule for them, and what has no rule is not met.
  return false;
}

function meetsList(tolerance: readonly Value[], value: Value): boolean {
  const status = statusOf(value);
  if (status !== undefined) return tolerance.some((one) => equals(one, status));
  const [low, high] = tolerance;
  if (tolerance.length !== 2 || low === undefined || high === undefined)
    return tolerance.some((one) => equals(one, value));
  const above = order(low, value);
  return above && order(value, high);
}

function order(low: Value, high: Value): boolean {
  const ordered = atMost(low, high);
  if (ordered === null)
    throw new ToleranceFailed("TypeError", "The value and the bounds of the tolerance have no common order.");
  return ordered;
}

/** The exit code of a process or the status of an HTTP answer. */
function statusOf(value: Value): Value | undefined {
  return isDictionary(value) ? get(value, "status") : undefined;
}

function meetsRule(tolerance: Dictionary, value: Value, variables: Variables): boolean {
  switch (get(tolerance, "type")) {
    case "regex":
      return meetsPattern(tolerance, value, variables);
    case "jsonpath":
      return meetsPath(tolerance, value, variables);
    case "range":
      return withinRange(get(tolerance, "range") ?? null, target(tolerance, value));
    default:
      return false;
  }
}

function meetsPattern(tolerance: Dictionary, value: Value, variables: Variables): boolean {
  const pattern = substitute(get(tolerance, "pattern") ?? null, variables);
  return searchPattern(pattern, () => target(tolerance, value));
}

function meetsPath(tolerance: Dictionary, value: Value, variables: Variables): boolean {
  const path = parse(substitute(get(tolerance, "path") ?? null, variables));
  const found = matchPath(path, decode(target(tolerance, value)));
  const expect = get(tolerance, "expect");
  if (expect !== undefined) {
    const expected = substitute(expect, variables);
    return equals(found, isList(expected) ? expected : [expected]);
  }
  const count = get(tolerance, "count") ?? null;
  return count === null ? found.length > 0 : equals(found.length, count);
}

function parse(path: Value): ReturnType<typeof parsePath> {
  if (typeof path !== "string") throw new ToleranceFailed("TypeError", "A path must be text.");
  try {
    return parsePath(path);
  } catch (error) {
    if (!(error instanceof PathFailed)) throw error;
    throw new ToleranceFailed("ValueError", error.message, { cause: error });
  }
}

/** Text that is JSON is searched as what it means; other text as it is. */
function decode(value: Value): Value {
  const text = value instanceof Uint8Array ? decodeBytes(value) : value;
  if (typeof text !== "string") return text;
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonFailed) return text;
    throw error;
  }
}

function decodeBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    throw new ToleranceFailed("ValueError", "The value is not text in UTF-8.", { cause: error });
  }
}

/** The part of the value that `target` names, or the whole value when it has no such part. */
function target(tolerance: Dictionary, value: Value): Value {
  const name = get(tolerance, "target");
  if (!isTruthy(name)) return value;
  if (!isDictionary(value))
    throw new ToleranceFailed("AttributeError", "The tolerance has a target, but the value has no parts.");
  return typeof name === "string" ? (get(value, name) ?? (Object.hasOwn(value, name) ? null : value)) : value;
}

/** The probe with its argument `value` set. Without `arguments` Chaos Toolkit raises. */
function withValue(probe: Dictionary, value: Value): Dictionary {
  const provider = get(probe, "provider");
  const given = isDictionary(provider) ? get(provider, "arguments") : undefined;
  if (!isDictionary(provider) || !isDictionary(given))
    throw new ToleranceFailed(
      given === undefined ? "KeyError" : "TypeError",
      "A tolerance that is a probe needs `arguments` to put the value into.",
    );
  return { ...probe, provider: { ...provider, arguments: { ...given, value } } };
}
