import { createHash } from "node:crypto";

import { may, type Viewer } from "@morrow/domain/people";
import type { Route } from "@morrow/contract/route";
import { Hono, type Context } from "hono";
import { z } from "zod";

import { DatabaseTooNew, EngineStopped } from "../db/index.ts";
import type { Log } from "../log/log.ts";
import { IdempotencyKeyReused, type Actor } from "../spine/index.ts";
import { parsePart, readJson } from "./body.ts";
import type { Caller } from "./caller.ts";
import { compressAnswers } from "./compression.ts";
import { Refusal } from "./refusal.ts";
import { refuseCrossSite, secureHeaders } from "./security.ts";

/** Who a request comes from, or null when it carries nothing valid. */
export interface Identity {
  viewer: Viewer;
  actor: Actor;
}
export type Authenticate = (request: Request) => Promise<Identity | null>;

export interface ApiDeps {
  authenticate: Authenticate;
  log: Log;
}

type Out<S> = S extends z.ZodType ? ([S] extends [z.ZodNever] ? undefined : z.output<S>) : undefined;

/** What a handler is given: everything parsed, and the request itself for headers and raw bytes. */
export interface Call<P, Q, B> {
  params: Out<P>;
  query: Out<Q>;
  body: Out<B>;
  request: Request;
  /** The address of the other side, for rate limits. */
  remote: string;
}

/** An answer that is more than its JSON: a file, a stream, or JSON with headers such as a cookie. */
export type Answered<A> = Response | { answer: Out<A>; headers: Record<string, string> } | Out<A>;

const defaultMaximumBytes = 5_000_000;

/** The HTTP side of the contract: every route is mounted here and nowhere else. */
export class Api {
  readonly app = new Hono();
  readonly #deps: ApiDeps;
  readonly mounted: Route[] = [];

  constructor(deps: ApiDeps) {
    this.#deps = deps;
    this.app.use(secureHeaders);
    this.app.use("/api/*", compressAnswers);
    this.app.use("/api/*", refuseCrossSite);
    this.app.onError((error, context) => this.#answerError(error, context));
  }

  /** Mounts a route for those who may take it. */
  on<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, Q, B, A>,
    handle: (caller: Caller, call: Call<P, Q, B>) => Promise<Answered<A>>,
  ): void {
    this.#mount(route, async (context) => {
      const identity = await this.#identify(context.req.raw, route);
      const call = await readCall(route, context);
      const request = writeRequest(identity.actor, route, context.req.raw, call);
      return handle({ ...identity, request }, call);
    });
  }

  /** Mounts a route for everybody. */
  onPublic<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, Q, B, A>,
    handle: (call: Call<P, Q, B>) => Promise<Answered<A>>,
  ): void {
    if (route.access !== "public") throw new Error(`${route.id} is not a public route`);
    this.#mount(route, async (context) => handle(await readCall(route, context)));
  }

  #mount(route: Route, answer: (context: Context) => Promise<unknown>): void {
    this.mounted.push(route);
    const path = route.path.replaceAll(/\{(\w+)\}/g, ":$1");
    this.app.on(route.method.toUpperCase(), path, async (context) => respond(route, await answer(context)));
  }

  async #identify(request: Request, route: Route): Promise<Identity> {
    const identity = await this.#deps.authenticate(request);
    if (identity === null) throw new Refusal("session.required");
    if (route.access !== "public" && route.access !== "signed-in" && !may(identity.viewer, route.access)) {
      throw new Refusal("permission.denied");
    }
    // A read-only token may be "signed in", yet it must not change anything.
    const needed = route.method === "get" ? "read" : "write";
    if (route.access === "signed-in" && identity.viewer.scopes?.includes(needed) === false)
      throw new Refusal("permission.denied");
    return identity;
  }

  #answerError(error: Error, context: Context): Response {
    if (error instanceof Refusal) return json(error.body(), error.status);
    if (error instanceof IdempotencyKeyReused) return refuse("conflict.idempotency_key");
    this.#deps.log.error(
      { err: error, path: context.req.path, method: context.req.method },
      "a request failed",
    );
    return isUnavailable(error) ? refuse("server.unavailable") : refuse("server.failed");
  }

  /** For addresses under /api that no route has. Mount last. */
  finish(): void {
    this.app.all("/api/*", () => refuse("route.unknown"));
  }
}

function refuse(code: ConstructorParameters<typeof Refusal>[0]): Response {
  const refusal = new Refusal(code);
  return json(refusal.body(), refusal.status);
}

/** PostgreSQL's classes 08 (connection) and 57P (shutdown), and the socket's own words. */
function isUnavailable(error: Error): boolean {
  if (error instanceof EngineStopped || error instanceof DatabaseTooNew) return true;
  const code = "code" in error ? String(error.code) : "";
  return /^(08|57P)/.test(code) || ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT"].includes(code);
}

async function readCall<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  route: Route<P, Q, B, z.ZodType>,
  context: Context,
): Promise<Call<P, Q, B>> {
  const request = context.req.raw;
  const params =
    route.params === undefined ? undefined : parsePart(route.params, context.req.param(), "params");
  const query = parsePart(route.query ?? z.object({}), context.req.query(), "query");
  const body =
    route.body === undefined
      ? undefined
      : parsePart(route.body, await readJson(request, route.maximumBytes ?? defaultMaximumBytes), "body");
  // The three are undefined exactly where the route has no schema; `Out` says the same to the compiler.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each part was parsed by the schema its type is made from
  return { params, query, body, request, remote: remoteOf(context) } as Call<P, Q, B>;
}

function remoteOf(context: Context): string {
  const incoming: unknown = Reflect.get(Object(context.env), "incoming");
  const socket: unknown = Reflect.get(Object(incoming), "socket");
  return String(Reflect.get(Object(socket), "remoteAddress") ?? "unknown");
}

function writeRequest(
  actor: Actor,
  route: Route,
  request: Request,
  call: { params: unknown; query: unknown; body: unknown },
): Caller["request"] {
  const key = request.headers.get("idempotency-key");
  if (key === null) return { actor };
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refusal("input.invalid", {
      fields: [
        {
          path: ["header", "idempotency-key"],
          code: "invalid_key",
          message: "A key has 1 to 200 visible ASCII characters.",
        },
      ],
    });
  }
  const said = JSON.stringify([route.id, call.params ?? null, call.query ?? null, call.body ?? null]);
  return { actor, idempotencyKey: key, fingerprint: createHash("sha256").update(said).digest("hex") };
}

function respond(route: Route, answered: unknown): Response {
  if (answered instanceof Response) return answered;
  if (route.status === 204) return new Response(null, { status: 204, headers: headersOf(answered) });
  if (isWithHeaders(answered)) return json(answered.answer, route.status, answered.headers);
  return json(answered, route.status);
}

function isWithHeaders(answered: unknown): answered is { answer: unknown; headers: Record<string, string> } {
  return typeof answered === "object" && answered !== null && "answer" in answered && "headers" in answered;
}

function headersOf(answered: unknown): Record<string, string> {
  return isWithHeaders(answered) ? answered.headers : {};
}

function json(body: unknown, status: number, headers: Record<string, string> = {}): Response {
  const text = JSON.stringify(body);
  return new Response(text, {
    status,
    headers: {
      "content-type": "application/json; charset=utf-8",
      // Compression looks here whether it is worth while.
      "content-length": String(Buffer.byteLength(text)),
      "cache-control": "no-store",
      ...headers,
    },
  });
}
