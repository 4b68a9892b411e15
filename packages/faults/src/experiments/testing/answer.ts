import { writeJson } from "../values/json.ts";

/** What it gave, as JSON, or "refused" when it failed in the expected way. Other failures pass through. */
export function answerOf(run: () => unknown, failure: abstract new (...given: never[]) => Error): string {
  try {
    return writeJson(run());
  } catch (error) {
    if (error instanceof failure) return "refused";
    throw error;
  }
}

/** The recorded answer in the same form. */
export function recorded(one: { readonly error?: unknown }, value: unknown): string {
  return one.error === undefined ? writeJson(value) : "refused";
}
