import { compareNumbers, equals, isNumber, isTruthy, type Value } from "../values/index.ts";
import type { Comparison, Condition, Operand, OperandValues } from "./path.ts";

/** Whether a filter's condition holds for the current value. */
export function holds(condition: Condition, valuesOf: OperandValues): boolean {
  switch (condition.kind) {
    case "and":
      return condition.conditions.every((one) => holds(one, valuesOf));
    case "or":
      return condition.conditions.some((one) => holds(one, valuesOf));
    case "not":
      return !holds(condition.condition, valuesOf);
    case "exists":
      return exists(condition.operand, valuesOf);
    case "comparison":
      return compares(condition, valuesOf);
  }
}

function exists(operand: Operand, valuesOf: OperandValues): boolean {
  if (operand.kind === "value") return isTruthy(operand.value);
  for (const _ of valuesOf(operand)) return true;
  return false;
}

/**
 * Any pair will do. jsonpath2 reads a path on the right only once, as an iterator: after the first value on the left it is used up, so
 * further ones on the left are compared with nothing.
 */
function compares(
  { left, operator, right }: Extract<Condition, { kind: "comparison" }>,
  valuesOf: OperandValues,
): boolean {
  for (const one of valuesOf(left)) {
    for (const other of valuesOf(right)) if (relates(operator, one, other)) return true;
    if (right.kind === "path") return false;
  }
  return false;
}

function relates(operator: Comparison, left: Value, right: Value): boolean {
  if (operator === "=") return equals(left, right);
  if (operator === "!=") return !equals(left, right);
  // Only numbers have an order here; text has none.
  if (!isNumber(left) || !isNumber(right)) return false;
  const order = compareNumbers(left, right);
  if (order === null) return false;
  switch (operator) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}
