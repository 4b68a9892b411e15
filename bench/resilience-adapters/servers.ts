/**
 * One server, of the framework that is the first argument, with the adapter where the second says so. In a process of its own: what
 * it takes of the processor is nobody else's, and what is compiled for one way of answering is not undone by another. Started by
 * run.ts; tells its address, then the time taken so far whenever it is asked.
 */
import { once } from "node:events";
import { createServer, type Server } from "node:http";

import { getRequestListener } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";

import { deadlineErrors, resilience as expressResilience } from "@morrow/resilience/express";
import { resilience as fastifyResilience } from "@morrow/resilience/fastify";
import { resilience as honoResilience } from "@morrow/resilience/hono";

const answer = { tea: "ten" };

function expressServer(adapted: boolean): Server {
  const app = express();
  if (adapted) app.use(expressResilience());
  app.get("/", (_request, response) => void response.json(answer));
  if (adapted) app.use(deadlineErrors());
  return createServer(app);
}

async function fastifyServer(adapted: boolean): Promise<Server> {
  const app = fastify();
  if (adapted) await app.register(fastifyResilience);
  app.get("/", async () => answer);
  await app.ready();
  return createServer((request, response) => app.routing(request, response));
}

function honoServer(adapted: boolean): Server {
  const app = new Hono();
  if (adapted) app.use(honoResilience());
  app.get("/", (context) => context.json(answer));
  const listener = getRequestListener(app.fetch);
  return createServer((request, response) => void listener(request, response));
}

async function addressOf(server: Server): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new TypeError("The server has no port.");
  return `http://127.0.0.1:${address.port}`;
}

const make: Readonly<Record<string, (adapted: boolean) => Promise<Server> | Server>> = {
  Express: expressServer,
  Fastify: fastifyServer,
  Hono: honoServer,
  plain: () => createServer((_request, response) => response.end('{"tea":"ten"}')),
};
const [framework = "plain", adapted] = process.argv.slice(2);
const server = await make[framework]?.(adapted === "adapted");
if (server === undefined) throw new RangeError(`There is no server ${framework}.`);
process.send?.(await addressOf(server));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on("disconnect", () => process.exit());
