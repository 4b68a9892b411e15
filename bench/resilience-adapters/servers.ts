/**
 * Servers of each framework, with the adapter and without, in a process of their own: what they take of the processor is nobody
 * else's. Started by run.ts; tells the addresses, then the time taken so far whenever it is asked.
 */
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";

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
  return createServer(getRequestListener(app.fetch));
}

async function addressOf(server: Server): Promise<string> {
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

const plain = await addressOf(createServer((_request, response) => response.end('{"tea":"ten"}')));
const made: Record<string, readonly [without: string, adapted: string]> = {
  Express: [await addressOf(expressServer(false)), await addressOf(expressServer(true))],
  Fastify: [await addressOf(await fastifyServer(false)), await addressOf(await fastifyServer(true))],
  Hono: [await addressOf(honoServer(false)), await addressOf(honoServer(true))],
};
process.send?.({ plain, frameworks: made });
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.(user + system);
});
process.on("disconnect", () => process.exit());
