import { Hono } from "hono";
import { expect, test } from "vitest";

import { totalTimeout, policy } from "../index.ts";
import { fakeClock } from "../proof/index.ts";
import { resilience } from "./index.ts";

test("a handler that throws what is no error leaves no timer", async () => {
  using clock = fakeClock();
  const app = new Hono();
  app.use(resilience({ clock }));
  app.get("/", () => {
    // oxlint-disable-next-line no-throw-literal, typescript/only-throw-error -- that is what it is about
    throw "a mistake";
  });
  await expect(async () => app.request("/")).rejects.toBe("a mistake");
  expect(clock.running).toBe(0);
});

test("504 says nothing of the answer that it replaces, and is not kept", async () => {
  const app = new Hono();
  app.use(async (context, next) => {
    context.header("access-control-allow-origin", "*");
    await next();
  });
  app.use(resilience());
  app.onError((_error, context) =>
    context.text("sorry", 500, { "content-length": "5", etag: '"1"', "cache-control": "max-age=60" }),
  );
  app.get("/", (context) =>
    policy("reviews", totalTimeout(1)).execute(() => new Promise<never>(() => context.header("x-late", "1"))),
  );
  const response = await app.request("/");
  expect([response.status, await response.json()]).toMatchObject([504, { code: "deadline-exceeded" }]);
  const names = ["access-control-allow-origin", "content-length", "etag", "cache-control"];
  expect(names.map((name) => response.headers.get(name))).toEqual(["*", null, null, "no-store"]);
});
