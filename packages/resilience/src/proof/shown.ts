import { inspect } from "node:util";

/** A value in a sentence: short, on one line. */
export function shown(value: unknown): string {
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  const text = inspect(value, { depth: 2, breakLength: Infinity, maxArrayLength: 5, maxStringLength: 80 });
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`;
}
