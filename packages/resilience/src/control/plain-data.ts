import { z } from "zod";

/** How deep data of a rule may be nested: every call that meets the rule walks through it. */
const deepest = 32;

/**
 * Data that may come from anywhere. A key `__proto__` is refused, not left out: as a label it would make the fault wider than was meant.
 */
export const plainData = z.unknown().superRefine((value, context) => {
  const problem = problemIn(value, 0);
  if (problem !== undefined) context.addIssue(problem);
});

function problemIn(value: unknown, depth: number): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (depth === deepest) return `Nested more than ${deepest} deep`;
  if (Object.hasOwn(value, "__proto__")) return "A key cannot be called __proto__";
  for (const inner of Object.values(value)) {
    const problem = problemIn(inner, depth + 1);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
