import { Readable } from "node:stream";

import { serve as serveHono } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import { stream } from "hono/streaming";

import { deadlineErrors, resilience as expressResilience } from "../express/index.ts";
import { resilience as fastifyResilience } from "../fastify/index.ts";
import { resilience as honoResilience } from "../hono/index.ts";
import type { ServingOptions } from "../request/served-request.ts";
import { serve, type TestServer } from "./http-server.ts";

/** What a route answers as JSON, given the headers and the JSON body of its request. */
export type Answering = (request: {
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
}) => Promise<unknown>;

/** Starts a server that answers GET / and POST / with what `answer` gives; at /stream it sends the head before it asks `answer`. */
export type StartServer = (answer: Answering, options?: ServingOptions) => Promise<TestServer>;

const startExpress: StartServer = async (answer, options) => {
  const app = express();
  app.use(expressResilience(options), express.json());
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 takes promises
  app.all("/", async (request, response) => {
    response.json(await answer({ header: (name) => request.get(name), body: request.body }));
  });
  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- Express 5 takes promises
  app.get("/stream", async (request, response) => {
    response.flushHeaders();
    response.end(JSON.stringify(await answer({ header: (name) => request.get(name), body: undefined })));
  });
  app.use(deadlineErrors());
  return serve(app);
};

const startFastify: StartServer = async (answer, options = {}) => {
  const app = fastify();
  await app.register(fastifyResilience, options);
  app.route({
    method: ["GET", "POST"],
    url: "/",
    handler: ({ headers, body }) => answer({ header: (name) => headers[name]?.toString(), body }),
  });
  app.get("/stream", ({ headers }, reply) => {
    async function* parts() {
      yield "\n";
      yield JSON.stringify(await answer({ header: (name) => headers[name]?.toString(), body: undefined }));
    }
    return reply.send(Readable.from(parts()));
  });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    origin,
    [Symbol.asyncDispose]: () => {
      app.server.closeAllConnections();
      return app.close();
    },
  };
};

const startHono: StartServer = async (answer, options) => {
  const app = new Hono();
  app.use(honoResilience(options));
  app.onError((_error, context) => context.text("sorry", 500));
  app.all("/", async (context) => {
    const body: unknown = context.req.method === "POST" ? await context.req.json() : undefined;
    return context.json(await answer({ header: (name) => context.req.header(name), body }));
  });
  app.get("/stream", (context) =>
    stream(context, async (body) => {
      await body.write("\n");
      const given = await answer({ header: (name) => context.req.header(name), body: undefined });
      await body.write(JSON.stringify(given));
    }),
  );
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = serveHono({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => resolve(port));
  return {
    origin: `http://127.0.0.1:${await promise}`,
    [Symbol.asyncDispose]: () => {
      const closed = new Promise<void>((done) => server.close(() => done()));
      if ("closeAllConnections" in server) server.closeAllConnections();
      return closed;
    },
  };
};

export const frameworks: readonly (readonly [string, StartServer])[] = [
  ["Express", startExpress],
  ["Fastify", startFastify],
  ["Hono", startHono],
];
