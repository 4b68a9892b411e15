import type { IncomingMessage } from "node:http";

import { ControllerError } from "./errors.ts";

/** Bytes of a request's body: a rule with a large answer in it fits. */
const largestBody = 128 * 1024;

/**
 * The body of a request, parsed. Forms of other sites can't send `application/json` without asking first.
 * @throws ControllerError
 */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new ControllerError("input.unsupported_type");
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    length += bytes.length;
    if (length > largestBody) throw new ControllerError("input.too_large");
    chunks.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8"));
  } catch {
    throw new ControllerError("input.malformed_json");
  }
}
