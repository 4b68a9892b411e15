import { Failure } from "@morrow/client";

import type { FieldProblem } from "../components/FormError.tsx";

/** A failure as forms show it: places of the body as field names ("milestones.0.at"). */
export function problemsOf(error: unknown): FieldProblem[] {
  if (!(error instanceof Failure)) return [];
  return error.fields.map((field) => ({
    path: field.path.filter((part, index) => index > 0 || part !== "body").join("."),
    message: field.message,
  }));
}

/** The sentence of a failure; undefined when there is none, as {@link FormError} wants it. */
export function messageOf(error: unknown): string | undefined {
  if (error === null || error === undefined) return undefined;
  return error instanceof Error ? error.message : "Something unexpected happened.";
}
