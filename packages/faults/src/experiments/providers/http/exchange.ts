import http from "node:http";
import https from "node:https";

import type { PreparedRequest } from "./prepare.ts";

/** One answer as it came, not decoded. */
export interface RawAnswer {
  readonly status: number;
  /** Names as they were received; several of one name are joined by ", ". */
  readonly headers: Readonly<Record<string, string>>;
  readonly setCookies: readonly string[];
  readonly body: Buffer;
}

export interface ExchangeOptions {
  /** Milliseconds until connected, and between two pieces of the answer; null waits for ever. */
  readonly connectTimeout: number | null;
  readonly readTimeout: number | null;
  readonly verifyTls: boolean;
  /** PEM of the authorities to trust instead of the built-in ones. */
  readonly authorities: string | null;
  readonly environment: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

export type ExchangeFailure =
  | { readonly kind: "resolve"; readonly detail: string }
  | { readonly kind: "connect"; readonly detail: string }
  | { readonly kind: "connect-timeout"; readonly seconds: number }
  | { readonly kind: "tls"; readonly detail: string }
  /** Connected, and then no complete head of an answer came. */
  | { readonly kind: "closed"; readonly detail: string }
  | { readonly kind: "read-timeout"; readonly seconds: number }
  /** The answer began and did not end as its length promised. */
  | { readonly kind: "incomplete" }
  | { readonly kind: "body-timeout"; readonly seconds: number };

export class ExchangeFailed extends Error {
  override readonly name = "ExchangeFailed";
  readonly failure: ExchangeFailure;

  constructor(failure: ExchangeFailure, options?: ErrorOptions) {
    super(failure.kind, options);
    this.failure = failure;
  }
}

/** Sends one request on a connection of its own and reads the whole answer. @throws ExchangeFailed */
export function exchange(request: PreparedRequest, options: ExchangeOptions): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const secure = request.url.protocol === "https:";
    const outgoing = (secure ? https : http).request(request.url, {
      method: request.method,
      headers: request.headers,
      agent: agentFor(secure, options),
    });
    let connected = false;
    let begun = false;
    let timer: NodeJS.Timeout | undefined;
    const fail = (failure: ExchangeFailure, cause?: unknown): void => {
      clearTimeout(timer);
      outgoing.destroy();
      reject(new ExchangeFailed(failure, { cause }));
    };
    const stop = (): void => {
      clearTimeout(timer);
      outgoing.destroy();
      reject(options.signal.reason);
    };
    if (options.signal.aborted) return stop();
    options.signal.addEventListener("abort", stop, { once: true });
    outgoing.on("close", () => options.signal.removeEventListener("abort", stop));
    const { connectTimeout, readTimeout } = options;
    if (connectTimeout !== null)
      timer = setTimeout(
        () => fail({ kind: "connect-timeout", seconds: connectTimeout / 1000 }),
        connectTimeout,
      );
    outgoing.on("socket", (socket) => {
      socket.once(secure ? "secureConnect" : "connect", () => {
        connected = true;
        clearTimeout(timer);
        if (readTimeout !== null)
          socket.setTimeout(readTimeout, () =>
            fail({ kind: begun ? "body-timeout" : "read-timeout", seconds: readTimeout / 1000 }),
          );
      });
    });
    outgoing.on("error", (error: NodeJS.ErrnoException) => fail(failureOf(error, connected), error));
    outgoing.on("response", (incoming) => {
      begun = true;
      const chunks: Buffer[] = [];
      incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
      incoming.on("error", (error) => fail({ kind: "incomplete" }, error));
      incoming.on("end", () => {
        clearTimeout(timer);
        resolve({
          status: incoming.statusCode ?? 0,
          headers: joinHeaders(incoming.rawHeaders),
          setCookies: incoming.headers["set-cookie"] ?? [],
          body: Buffer.concat(chunks),
        });
      });
    });
    outgoing.end(request.body ?? undefined);
  });
}

function agentFor(secure: boolean, options: ExchangeOptions): http.Agent {
  const proxied = Object.keys(options.environment).some((name) => /^(?:https?|all)_proxy$/i.test(name));
  const common = proxied ? { proxyEnv: options.environment } : {};
  if (!secure) return new http.Agent(common);
  return new https.Agent({
    ...common,
    rejectUnauthorized: options.verifyTls,
    ...(options.authorities === null ? {} : { ca: options.authorities }),
  });
}

function failureOf(error: NodeJS.ErrnoException, connected: boolean): ExchangeFailure {
  if (connected) return { kind: "closed", detail: closedText(error) };
  const { code = "", message } = firstOf(error);
  if (error.syscall === "getaddrinfo" || code === "ENOTFOUND" || code === "EAI_AGAIN")
    return { kind: "resolve", detail: resolveText(code) };
  if (error.syscall === "connect" || code.startsWith("E")) return connectFailure(code, message);
  return { kind: "tls", detail: message };
}

function connectFailure(code: string, message: string): ExchangeFailure {
  if (code.startsWith("ERR_") || code.startsWith("EPROTO")) return { kind: "tls", detail: message };
  return { kind: "connect", detail: connectTexts[code] ?? message };
}

/** Several addresses of one name may have failed, each in its way. */
function firstOf(error: NodeJS.ErrnoException): NodeJS.ErrnoException {
  return error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
}

/** In the words of Linux, as Python shows them. */
const connectTexts: Readonly<Record<string, string>> = {
  ECONNREFUSED: "[Errno 111] Connection refused",
  EHOSTUNREACH: "[Errno 113] No route to host",
  ENETUNREACH: "[Errno 101] Network is unreachable",
  ETIMEDOUT: "[Errno 110] Connection timed out",
  ECONNRESET: "[Errno 104] Connection reset by peer",
};

function resolveText(code: string): string {
  return code === "EAI_AGAIN"
    ? "[Errno -3] Temporary failure in name resolution"
    : "[Errno -2] Name or service not known";
}

function closedText(error: NodeJS.ErrnoException): string {
  if (error.message === "socket hang up")
    return "RemoteDisconnected('Remote end closed connection without response')";
  if (error.code === "ECONNRESET") return "ConnectionResetError(104, 'Connection reset by peer')";
  return `${error.code ?? error.name}: ${error.message}`;
}

function joinHeaders(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, [string, string]>();
  for (let index = 0; index < raw.length; index += 2) {
    const [name = "", content = ""] = raw.slice(index, index + 2);
    const earlier = headers.get(name.toLowerCase());
    if (earlier === undefined) headers.set(name.toLowerCase(), [name, content]);
    else earlier[1] += `, ${content}`;
  }
  return Object.fromEntries(headers.values());
}
