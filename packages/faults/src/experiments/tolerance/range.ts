import { atMostDecimal, type Decimal, decimal, DecimalFailed } from "./decimal.ts";
import { isList, type Value } from "../values/index.ts";
import { ToleranceFailed } from "./failure.ts";

/**
 * low ≤ value ≤ high in exact decimals, ends included. Text counts when it is a number; other text is not within. A float is taken for
 * exactly what it is in binary, so "0.1" is below 0.1. @throws ToleranceFailed for what can't be a number at all
 */
export function withinRange(range: Value, value: Value): boolean {
  const number = convert(value);
  if (number === null) return false;
  const [low, high] = isList(range) ? range : [];
  if (low === undefined || high === undefined)
    throw new ToleranceFailed("TypeError", "A range has two bounds.");
  const above = compare(bound(low), number);
  return above && compare(number, bound(high));
}

function bound(value: Value): Decimal {
  const number = convert(value);
  if (number === null) throw new ToleranceFailed("InvalidOperation", "A bound of the range is no number.");
  return number;
}

function convert(value: Value): Decimal | null {
  try {
    return decimal(value);
  } catch (error) {
    if (!(error instanceof DecimalFailed)) throw error;
    throw new ToleranceFailed(isList(value) ? "ValueError" : "TypeError", error.message, { cause: error });
  }
}

function compare(left: Decimal, right: Decimal): boolean {
  const ordered = atMostDecimal(left, right);
  if (ordered === null) throw new ToleranceFailed("InvalidOperation", "What is not a number has no order.");
  return ordered;
}
