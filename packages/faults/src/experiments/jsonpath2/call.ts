import { isDictionary, isInteger, isList, type Value } from "../values/index.ts";
import type { FunctionName, Operand, OperandValues, Subscript } from "./path.ts";

/** A function of jsonpath2. Arguments may be paths: it is called for every combination of what they find. */
export function* call(
  { name, arguments: operands }: Extract<Subscript, { kind: "call" }>,
  current: Value,
  valuesOf: OperandValues,
): Iterable<Value> {
  for (const given of combinations(operands, valuesOf)) {
    const result = functions[name](current, given);
    if (result !== undefined) yield result;
  }
}

function combinations(operands: readonly Operand[], valuesOf: OperandValues): Value[][] {
  return operands.reduce<Value[][]>(
    (found, operand) => {
      const values = [...valuesOf(operand)];
      return found.flatMap((before) => values.map((value) => [...before, value]));
    },
    [[]],
  );
}

/** Undefined means: finds nothing. Text is counted in code points, as Python does. */
const functions: Readonly<
  Record<FunctionName, (current: Value, given: readonly Value[]) => Value | undefined>
> = {
  charAt: (current, [index, ...more]) => {
    if (typeof current !== "string" || !isInteger(index) || more.length > 0) return undefined;
    return Array.from(current).at(Number(index));
  },
  entries: (current, given) => {
    if (given.length > 0) return undefined;
    if (isDictionary(current)) return Object.entries(current);
    return isList(current) ? current.map((value, index) => [index, value]) : undefined;
  },
  keys: (current, given) => {
    if (given.length > 0) return undefined;
    if (isDictionary(current)) return Object.keys(current);
    return isList(current) ? current.map((_, index) => index) : undefined;
  },
  length: (current, given) => {
    if (given.length > 0) return undefined;
    if (typeof current === "string") return Array.from(current).length;
    return isList(current) ? current.length : undefined;
  },
  substring: (current, given) => {
    const [start, end] = given;
    if (typeof current !== "string" || !isInteger(start)) return undefined;
    if (given.length === 1) return Array.from(current).slice(Number(start)).join("");
    if (given.length !== 2 || !isInteger(end)) return undefined;
    return Array.from(current).slice(Number(start), Number(end)).join("");
  },
  values: (current, given) => {
    if (given.length > 0) return undefined;
    if (isDictionary(current)) return Object.values(current);
    return isList(current) ? current : undefined;
  },
};
