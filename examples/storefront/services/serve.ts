import { createServer } from "node:http";
import { once } from "node:events";

import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

/** A server on loopback; port 0 is a free one. */
export async function serveOn(port: number, app: Hono) {
  const listener = getRequestListener(app.fetch);
  const server = createServer((request, response) => void listener(request, response));
  await once(server.listen(port, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return { server, port: address.port };
}

/** Serves on a free port and tells the process that started this one which. Ends with that process. */
export async function serveService(app: Hono): Promise<void> {
  const { port } = await serveOn(0, app);
  process.send?.({ port });
  process.once("disconnect", () => process.exit());
}
