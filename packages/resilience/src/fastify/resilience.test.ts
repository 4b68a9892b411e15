import fastify from "fastify";
import { expect, test } from "vitest";

import { fallback, policy } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { resilience } from "./index.ts";

test("an answer that hooks still work on when the time is over goes out whole", async () => {
  using clock = fakeClock();
  await using app = fastify();
  await app.register(resilience, { clock, timeout: 50 });
  const sending = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  app.addHook("onSend", async () => {
    sending.resolve();
    await goOn.promise;
  });
  app.get("/", async () => ["good"]);
  const request = fetch(await app.listen({ port: 0, host: "127.0.0.1" }));
  await sending.promise;
  await clock.pass(50);
  goOn.resolve();
  const response = await request;
  expect([response.status, await response.json()]).toEqual([200, ["good"]]);
});

test("a late answer that comes while hooks work on the 504 goes nowhere", async () => {
  using clock = fakeClock();
  await using app = fastify();
  await app.register(resilience, { clock, timeout: 50 });
  const arrived = Promise.withResolvers<void>();
  const sending = Promise.withResolvers<void>();
  const work = Promise.withResolvers<unknown>();
  const goOn = Promise.withResolvers<void>();
  app.addHook("onSend", async () => {
    sending.resolve();
    await goOn.promise;
  });
  app.get("/", async (_request, reply) => {
    void reply.header("etag", '"1"');
    arrived.resolve();
    return work.promise;
  });
  const request = fetch(await app.listen({ port: 0, host: "127.0.0.1" }));
  await arrived.promise;
  await clock.pass(50);
  await sending.promise;
  work.resolve(["late"]);
  await work.promise;
  goOn.resolve();
  const response = await request;
  expect([response.status, await response.json()]).toMatchObject([504, { code: "deadline-exceeded" }]);
  expect([response.headers.get("etag"), response.headers.get("cache-control")]).toEqual([null, "no-store"]);
});

test("answers past Fastify's own way, and those of inject, say what was degraded", async () => {
  await using app = fastify();
  await app.register(resilience);
  const reviews = policy("reviews", fallback("none"));
  const none = () => reviews.execute(() => Promise.reject(new Error("down")));
  app.get("/", none);
  app.get("/raw", async (_request, reply) => {
    reply.hijack();
    reply.raw.end(await none());
  });
  for (const url of ["/", "/raw"]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    const response = await app.inject(url);
    expect([response.body, response.headers["degraded"]]).toEqual(["none", '"reviews";by=fallback']);
  }
});
