import { Failure } from "@morrow/client";

import { Usage } from "./usage.ts";

/** What went wrong and what to do, in the words of the terminal. */
export function explain(error: unknown): string {
  if (error instanceof Usage) return error.message;
  if (error instanceof Failure) return [error.message, ...places(error), ...advice(error)].join("\n  ");
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function places(failure: Failure): string[] {
  return failure.fields.map(
    (field) => `${field.path.filter((part) => part !== "body").join(".")}: ${field.message}`,
  );
}

function advice(failure: Failure): string[] {
  if (failure.code === "network.unreachable")
    return ["Is it running? Start it with `npm start`, or say where it is with MORROW_URL."];
  if (failure.code === "session.required") return ["Sign in with `morrow sign-in`, or set MORROW_TOKEN."];
  return [];
}
