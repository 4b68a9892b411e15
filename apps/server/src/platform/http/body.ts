import type { FieldProblem } from "@morrow/contract/errors";
import { z } from "zod";

import { Refusal } from "./refusal.ts";

/** Reads at most `maximum` bytes of a request. Stops reading as soon as there are more. */
export async function readBytes(request: Request, maximum: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get("content-length") ?? "0");
  if (declared > maximum) throw tooLarge(maximum);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > maximum) throw tooLarge(maximum);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(maximum: number): Refusal {
  return new Refusal("input.too_large", {
    message: `This is larger than the ${(maximum / 1_000_000).toLocaleString("en")} MB that can be accepted here. Nothing was saved.`,
  });
}

export async function readJson(request: Request, maximum: number): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new Refusal("input.unsupported_type", {
      message: "Please send JSON, with the content type application/json.",
    });
  }
  const bytes = await readBytes(request, maximum);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch (error) {
    const where = error instanceof SyntaxError ? error.message : "It is not valid UTF-8.";
    throw new Refusal("input.malformed_json", {
      fields: [{ path: ["body"], code: "malformed_json", message: where }],
    });
  }
}

/** Parses a part of the request; every problem is named with its place. Unknown fields are refused: they are mistyped ones. */
export function parsePart<S extends z.ZodType>(schema: S, value: unknown, part: string): z.output<S> {
  const strict = schema instanceof z.ZodObject ? schema.strict() : schema;
  const parsed = strict.safeParse(value);
  if (!parsed.success) throw new Refusal("input.invalid", { fields: problemsOf(parsed.error, part) });
  const unknown = unknownField(value, parsed.data, [part]);
  if (unknown !== null) throw new Refusal("input.invalid", { fields: [unknown] });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the very schema the type is made from
  return parsed.data as z.output<S>;
}

/** The first field that a schema left out without a word, however deep: what is said must not be lost in silence. */
function unknownField(said: unknown, read: unknown, path: readonly string[]): FieldProblem | null {
  if (said === read || typeof said !== "object" || typeof read !== "object") return null;
  if (said === null || read === null) return null;
  for (const [name, value] of Object.entries(said)) {
    const at = [...path, name];
    if (!Object.hasOwn(read, name))
      return { path: at, code: "unrecognized_keys", message: `There is no field of this name: ${name}.` };
    const deeper = unknownField(value, Reflect.get(read, name), at);
    if (deeper !== null) return deeper;
  }
  return null;
}

function problemsOf(error: z.ZodError, part: string): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => {
    const path = [part, ...issue.path.map(String)];
    if (issue.code === "unrecognized_keys") {
      return {
        path: [...path, ...issue.keys.slice(0, 1)],
        code: issue.code,
        message: `There is no field of this name: ${issue.keys.join(", ")}.`,
      };
    }
    if (issue.code === "invalid_value" && issue.values.length <= 30) {
      const choices = issue.values.map(String);
      return { path, code: issue.code, message: `Please choose one of: ${choices.join(", ")}.`, choices };
    }
    return { path, code: issue.code, message: issue.message };
  });
}
