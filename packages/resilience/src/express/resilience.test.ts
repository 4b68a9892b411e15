import { once } from "node:events";

import express, { type Express, type Response } from "express";
import { expect, test } from "vitest";

import { currentCall } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { serve } from "../testing/http-server.ts";
import { deadlineErrors, resilience } from "./index.ts";

test("where the client went away before, policies are given up from the start", async () => {
  const arrived = Promise.withResolvers<void>();
  const reason = Promise.withResolvers<unknown>();
  const app = express();
  app.use((_request, response, next) => {
    void once(response, "close").then(() => next());
    arrived.resolve();
  });
  app.use(resilience());
  app.use(() => reason.resolve(currentCall()?.signal.reason));
  await using server = await serve(app);
  const leave = new AbortController();
  const request = fetch(server.origin, { signal: leave.signal });
  await arrived.promise;
  leave.abort();
  await expect(request).rejects.toThrow("aborted");
  expect(await reason.promise).toMatchObject({ name: "AbortError" });
});

/** A server whose handler gets a response, and then has no more time. */
async function late(begin: (response: Response) => void, app: Express = express()) {
  using clock = fakeClock();
  const handler = Promise.withResolvers<Response>();
  app.use(resilience({ clock, timeout: 50 }));
  app.get("/", (_request, response) => {
    begin(response);
    handler.resolve(response);
  });
  app.use(deadlineErrors());
  await using server = await serve(app);
  const request = fetch(server.origin);
  const response = await handler.promise;
  await clock.pass(50);
  return { answer: await request, response };
}

test("504 says nothing of the answer that did not come, and is not kept", async () => {
  const { answer } = await late((response) => {
    response.set({
      "cache-control": "public, max-age=3600",
      "content-encoding": "gzip",
      "content-security-policy": "default-src 'none'",
      etag: '"1"',
      "last-modified": new Date(0).toUTCString(),
    });
  });
  expect(await answer.json()).toMatchObject({ code: "deadline-exceeded" });
  const names = ["cache-control", "content-encoding", "content-security-policy", "etag", "last-modified"];
  expect(names.map((name) => answer.headers.get(name))).toEqual([
    "no-store",
    null,
    "default-src 'none'",
    null,
    null,
  ]);
});

test("a handler that waits until its late answer is written goes on", async () => {
  const { response } = await late(() => undefined);
  await new Promise<void>((resolve) => response.write("late", () => resolve()));
  await new Promise<void>((resolve) => response.end(resolve));
  expect(response.writableFinished).toBe(true);
});
