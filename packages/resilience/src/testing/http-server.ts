import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** A server for one test: on a free port of this machine, gone with `await using`. */
export interface TestServer extends AsyncDisposable {
  /** As http://127.0.0.1:1234, without a slash at the end. */
  readonly origin: string;
}

export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = addressOf(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

/**
 * Answers 503 twice, with bodies that have no end, so that only giving them up frees their connections; then "ten".
 * `closed` has a promise for each of the two that was given up.
 */
export async function serveAfterTwoFailures(): Promise<TestServer & { readonly closed: Promise<unknown>[] }> {
  const closed: Promise<unknown>[] = [];
  const server = await serve((_request, response) => {
    if (closed.length === 2) {
      response.end("ten");
      return;
    }
    closed.push(once(response, "close"));
    response.writeHead(503).write("so sorry");
  });
  return { ...server, closed };
}

/** Nothing listens there: no system gives such a port to whoever asks for any, as it might one that was free a moment ago. */
export const unusedOrigin = "http://127.0.0.1:2";

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address !== "object" || address === null) throw new TypeError("The server has no port.");
  return address;
}
