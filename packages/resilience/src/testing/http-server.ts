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

/** Where nothing listens any more. */
export async function unusedOrigin(): Promise<string> {
  await using server = await serve(() => undefined);
  return server.origin;
}

function addressOf(address: string | AddressInfo | null): AddressInfo {
  if (typeof address !== "object" || address === null) throw new TypeError("The server has no port.");
  return address;
}
