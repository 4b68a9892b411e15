import { printGoJson } from "../go-json/index.ts";
import { AddressError } from "../proxies/address.ts";
import { ApiError } from "./errors.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function json(value: unknown, status = 200): Answer {
  return { status, headers: { "Content-Type": "application/json" }, body: printGoJson(value) };
}

export const noContent: Answer = { status: 204, headers: {}, body: "" };

/** Plain text, as Go's http.Error sends it. */
export function plainError(text: string, status: number): Answer {
  return {
    status,
    headers: { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" },
    body: `${text}\n`,
  };
}

/** The error as an object: its message and status; what is no error of ours is a 500. */
export function errorFields(error: unknown): { error: string; status: number } {
  if (error instanceof ApiError) return { error: error.message, status: error.status };
  if (error instanceof AddressError) return { error: error.message, status: 500 };
  return { error: error instanceof Error ? error.message : String(error), status: 500 };
}

/** JSON that says it is plain text: Toxiproxy sends its errors like that. */
export function errorAnswer(error: unknown): Answer {
  const fields = errorFields(error);
  return plainError(printGoJson(fields), fields.status);
}
