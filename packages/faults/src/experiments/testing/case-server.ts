import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

export interface CaseServer {
  /** http://127.0.0.1:PORT */
  readonly origin: string;
  /** An origin where nobody listens. */
  readonly closed: string;
  close(): Promise<void>;
}

/** The server that the cases call. Every answer is the same each time. */
export async function startCaseServer(): Promise<CaseServer> {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    origin: `http://127.0.0.1:${portOf(server.address())}`,
    // No system gives such a port to whoever asks for any, as it might one that was free a moment ago.
    closed: "http://127.0.0.1:2",
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (typeof address !== "object" || address === null) throw new Error("The server has no port.");
  return address.port;
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const body = Buffer.concat(chunks).toString();
  const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
  const send = (status: number, type: string | null, content: string | Buffer, more = {}): void => {
    response.sendDate = false;
    response.writeHead(status, {
      ...(type === null ? {} : { "Content-Type": type }),
      "X-Case": "One",
      ...more,
    });
    response.end(content);
  };
  const headers = (...names: string[]): object =>
    Object.fromEntries(names.map((name) => [name, request.headers[name] ?? null]));
  switch (pathname) {
    case "/json":
      return send(200, "application/json", '{"list": [1, 2, 3], "f": 1.0}');
    case "/json-charset":
      return send(200, "application/json; charset=utf-8", '{"a": "ü"}');
    case "/json-broken":
      return send(200, "application/json", "{oops");
    case "/text":
      return send(200, "text/plain; charset=utf-8", "grün");
    case "/latin":
      return send(200, "text/plain", Buffer.from("grün", "latin1"));
    case "/untyped":
      return send(200, null, "some plain text");
    case "/gzip":
      return send(200, "text/plain; charset=utf-8", gzipSync("pressed"), { "Content-Encoding": "gzip" });
    case "/empty":
      return send(204, null, "");
    case "/error":
      return send(500, "text/plain; charset=utf-8", "broken");
    case "/echo":
      return send(
        200,
        "application/json",
        JSON.stringify({
          method: request.method,
          url: request.url,
          body: parsed(body),
          ...headers("content-type", "x-one", "x-two", "x-test", "cookie", "accept"),
        }),
      );
    case "/redirect":
      return send(302, null, "", { Location: "/echo?from=redirect" });
    case "/redirect-307":
      return send(307, null, "", { Location: "/echo?from=307" });
    case "/loop":
      return send(302, null, "", { Location: "/loop" });
    case "/cookie":
      return send(302, null, "", { Location: "/echo", "Set-Cookie": "case=one; Path=/" });
    case "/close":
      return void request.socket.destroy();
    case "/slow":
      // Never answered: the timeout of the caller is what is tried.
      return;
    default:
      return send(404, "text/plain; charset=utf-8", "nothing here");
  }
}

/** JSON may be written with or without blanks. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
