import { createHash, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

import type { Metrics } from "../metrics.ts";
import type { ProxyCollection } from "../proxies/proxy-collection.ts";
import { type Answer, errorAnswer, plainError } from "./answer.ts";
import { ApiError, tokenNeeded } from "./errors.ts";
import { createRequestId } from "./request-id.ts";
import { createRoutes, type Route } from "./routes.ts";

/** The header by which a client can tell that it may use what Toxiproxy has not (leases, HTTP and DNS faults). */
export const serverHeader = "Morrow";

/** Bytes of a request's body: a populate list of thousands of proxies fits. */
const largestBody = 16 * 1024 * 1024;

export interface ApiSettings {
  readonly proxies: ProxyCollection;
  readonly metrics: Metrics;
  /** Asked of every request when it is given: `Authorization: Bearer <token>`. */
  readonly token: string | undefined;
}

/** Toxiproxy's HTTP API. Not listening yet. */
export function createApi({ proxies, metrics, token }: ApiSettings): Server {
  const routes = createRoutes(proxies, metrics);
  const expected = token === undefined ? undefined : digest(`Bearer ${token}`);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = pathOf(request.url ?? "/");
    const clean = cleanPath(path);
    if (clean !== path) {
      send(response, { status: 301, headers: { Location: clean }, body: "" });
      return;
    }
    const found = routes.flatMap(({ path: pattern, methods }) => {
      const match = pattern.exec(path);
      return match === null ? [] : [{ parts: match.slice(1), methods }];
    })[0];
    const route = found?.methods[request.method ?? ""] ?? found?.methods["*"];
    if (found === undefined) send(response, plainError("404 page not found", 404));
    else if (route === undefined) send(response, { status: 405, headers: {}, body: "" });
    else {
      response.setHeader("X-Toxiproxy-Request-Id", createRequestId());
      send(response, await run(route, found.parts, request).catch(errorAnswer));
    }
  }

  async function run(route: Route, parts: readonly string[], request: IncomingMessage): Promise<Answer> {
    // Browsers are kept out: a page could otherwise change proxies on the machine of whoever reads it.
    if (request.headers["user-agent"]?.startsWith("Mozilla/") === true)
      return plainError("User agent not allowed", 403);
    if (expected !== undefined && !timingSafeEqual(expected, digest(request.headers.authorization ?? ""))) {
      const refused = errorAnswer(tokenNeeded());
      return { ...refused, headers: { ...refused.headers, "WWW-Authenticate": "Bearer" } };
    }
    return route(parts, await readBody(request));
  }

  return createServer((request, response) => {
    response.setHeader("Server", serverHeader);
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else send(response, errorAnswer(error));
    });
  });
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  // What is too large is not read to its end: no other request can follow on this connection, and clients must not try.
  if (status === 413) response.setHeader("Connection", "close");
  response.writeHead(status, headers);
  response.end(body);
}

/** Percent signs decoded, as routes are matched by Toxiproxy: an encoded slash is a slash. */
function pathOf(target: string): string {
  const path = target.split("?", 1)[0] ?? "";
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Without doubled slashes and dots. */
function cleanPath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}${path.length > 1 && path.endsWith("/") && parts.length > 0 ? "/" : ""}`;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    const data = Buffer.from(chunk);
    length += data.length;
    if (length > largestBody) throw new ApiError("bad request body: http: request body too large", 413);
    chunks.push(data);
  }
  return Buffer.concat(chunks);
}

/** Of one length, so that comparing says nothing about where a token differs. */
function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
