import { get, isDictionary, isList, isNumber, Moment, toNumber, type Value } from "./value.ts";

/** Python's `==`: True equals 1 and 1.0; lists and dictionaries by content; other kinds are never equal. */
export function equals(left: Value, right: Value): boolean {
  if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
  if (left instanceof Moment && right instanceof Moment) return left.iso === right.iso;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right) === 0;
  if (isList(left) && isList(right))
    return left.length === right.length && left.every((item, index) => equals(item, right[index] ?? null));
  if (isDictionary(left) && isDictionary(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every((key) => {
        const other = get(right, key);
        return other !== undefined && equals(left[key] ?? null, other);
      })
    );
  }
  return left === right;
}

/** Python's `<=`, or null where Python raises TypeError because the kinds have no order. */
export function atMost(left: Value, right: Value): boolean | null {
  if (isNumber(left) && isNumber(right)) {
    const order = compareNumbers(left, right);
    return order !== null && order <= 0;
  }
  if (typeof left === "string" && typeof right === "string") return compareText(left, right) <= 0;
  if (left instanceof Uint8Array && right instanceof Uint8Array) return Buffer.compare(left, right) <= 0;
  if (isList(left) && isList(right)) return listAtMost(left, right);
  return null;
}

/** The first pair that differs decides; without one the shorter list comes first. */
function listAtMost(left: readonly Value[], right: readonly Value[]): boolean | null {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const [one, other] = [left[index] ?? null, right[index] ?? null];
    if (!equals(one, other)) return atMost(one, other);
  }
  return left.length <= right.length;
}

/** Negative, zero or positive; null when one of them is not a number (nan). Whole numbers of any size are compared exactly. */
export function compareNumbers(
  left: Parameters<typeof toNumber>[0],
  right: Parameters<typeof toNumber>[0],
): number | null {
  const [one, other] = [exact(left), exact(right)];
  if (Number.isNaN(one) || Number.isNaN(other)) return null;
  if (one < other) return -1;
  return one > other ? 1 : 0;
}

/** JavaScript compares a bigint with a number by value, without rounding. */
function exact(value: Parameters<typeof toNumber>[0]): number | bigint {
  return typeof value === "bigint" ? value : toNumber(value);
}

/** By code points, as Python orders text; JavaScript's own order is by UTF-16 units. */
function compareText(left: string, right: string): number {
  const [one, other] = [Array.from(left), Array.from(right)];
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (one[index]?.codePointAt(0) ?? 0) - (other[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
