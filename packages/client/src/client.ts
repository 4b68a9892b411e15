import type { Route } from "@morrow/contract/route";
import type { z } from "zod";
import { Failure, failureOf, unreachable } from "./failure.ts";

export interface ClientOptions {
  /** Where Morrow is, without a trailing slash. Empty in the browser: same origin. */
  baseUrl: string;
  /** API token or session secret, sent as Bearer. In the browser the cookie does it. */
  token?: string;
  fetch?: typeof fetch;
  /** Makes idempotency keys; every creating call gets one, so that a repeated delivery happens once. */
  newKey?: () => string;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Reuse the key of an earlier attempt when sending the same thing again. */
  idempotencyKey?: string;
  /** Body of routes that take bytes instead of JSON. */
  bytes?: { type: string; body: string | Blob | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> };
  /** Overrides the client's own token, e.g. with the set-up token. */
  token?: string;
}

type Part<Key extends string, Schema extends z.ZodType> = [Schema] extends [z.ZodNever]
  ? { [K in Key]?: never }
  : Record<string, never> extends z.input<Schema>
    ? { [K in Key]?: z.input<Schema> }
    : { [K in Key]: z.input<Schema> };

export type Input<R> =
  R extends Route<infer Params, infer Query, infer Body>
    ? Part<"params", Params> & Part<"query", Query> & Part<"body", Body>
    : never;

export type Answer<R> =
  R extends Route<z.ZodType, z.ZodType, z.ZodType, infer A>
    ? [A] extends [z.ZodNever]
      ? undefined
      : z.output<A>
    : never;

/** The typed way to talk to Morrow; the only door for web, CLI and agent. */
export interface Client {
  /** @throws {Failure} with a stable code, a sentence and field paths */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, Q, B, A>,
    input: Input<Route<P, Q, B, A>>,
    options?: CallOptions,
  ): Promise<Answer<Route<P, Q, B, A>>>;
  /** The response itself, for routes that answer with a file or a stream. */
  open<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
    route: Route<P, Q, B, A>,
    input: Input<Route<P, Q, B, A>>,
    options?: CallOptions,
  ): Promise<Response>;
  /** The address of a call, for links and images. */
  address(route: Route, input: { params?: unknown; query?: unknown }): string;
}

export function createClient(options: ClientOptions): Client {
  const send = options.fetch ?? ((input, init) => fetch(input, init));
  const newKey = options.newKey ?? (() => crypto.randomUUID());

  function address(route: Route, input: { params?: unknown; query?: unknown }): string {
    const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(textOf(fieldOf(input.params, name))),
    );
    const query = queryString(input.query);
    return `${options.baseUrl}${path}${query === "" ? "" : `?${query}`}`;
  }

  async function open(
    route: Route,
    input: { params?: unknown; query?: unknown; body?: unknown },
    call: CallOptions = {},
  ): Promise<Response> {
    const headers = new Headers({ accept: route.produces?.join(", ") ?? "application/json" });
    const token = call.token ?? options.token;
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (route.method === "post") headers.set("idempotency-key", call.idempotencyKey ?? newKey());
    const init: RequestInit & { duplex?: "half" } = { method: route.method.toUpperCase(), headers };
    if (call.signal !== undefined) init.signal = call.signal;
    if (call.bytes !== undefined) {
      headers.set("content-type", call.bytes.type);
      init.body = call.bytes.body;
      // Needed by Node's fetch for streamed bodies; browsers ignore it for other bodies.
      if (call.bytes.body instanceof ReadableStream) init.duplex = "half";
    } else if (route.body !== undefined) {
      headers.set("content-type", "application/json");
      init.body = JSON.stringify(input.body === undefined ? {} : input.body);
    }
    const response = await send(address(route, input), init).catch((cause: unknown) => {
      if (call.signal?.aborted === true) throw cause;
      throw unreachable(cause);
    });
    if (!response.ok) throw await failureOf(response);
    return response;
  }

  return {
    address,
    open,
    async call(route, input, call) {
      return readAnswer(route, await open(route, input, call));
    },
  };
}

/** Parses the answer by its schema: what the types promise is what arrived. */
async function readAnswer<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType>(
  route: Route<P, Q, B, A>,
  response: Response,
): Promise<Answer<Route<P, Q, B, A>>> {
  if (route.answer === undefined || response.status === 204) {
    await response.body?.cancel();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a route without an answer has the type undefined
    return undefined as Answer<Route<P, Q, B, A>>;
  }
  const parsed = route.answer.safeParse(await response.json());
  if (!parsed.success) {
    throw new Failure(
      {
        code: "answer.unexpected",
        status: response.status,
        message: "Morrow answered in a form this program does not know. Is it of the same version?",
      },
      { cause: parsed.error },
    );
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- parsed by the very schema the type is made from
  return parsed.data as Answer<Route<P, Q, B, A>>;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

function queryString(query: unknown): string {
  const pairs = new URLSearchParams();
  if (typeof query !== "object" || query === null) return "";
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === "") continue;
    pairs.set(name, Array.isArray(value) ? value.join(",") : String(value));
  }
  return pairs.toString();
}
