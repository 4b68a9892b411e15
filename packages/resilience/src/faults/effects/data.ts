import type { Happening } from "./effect.ts";

/** The answer is the value of the rule. */
export const data: Happening<"data"> = ({ value }) => ({ value: copy(value) });

/**
 * Plain data anew for every call, since callers may change what they get; anything else, which only code can give, as it is.
 * Entries are defined, not assigned: `__proto__` stays an ordinary key.
 */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
