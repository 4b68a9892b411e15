import { ResilienceError } from "../errors.ts";
import type { Surroundings } from "./surroundings.ts";

/**
 * Whether an error is a failure of the dependency. What a policy says (too late, refused) always is: `isFailure` is asked about
 * the dependency's own errors and need not know ours.
 */
export function isFailureOf(error: unknown, { isFailure }: Pick<Surroundings, "isFailure">): boolean {
  return error instanceof ResilienceError || isFailure(error);
}

/** The stable code of an error, where it has one: ours have, and those of Node do. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
