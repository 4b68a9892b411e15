import { gunzipSync } from "node:zlib";

import { incidentRoutes } from "@morrow/contract/incidents";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

let app: TestApp;
let admin: TestPerson;

beforeAll(async () => {
  app = await openTestApp();
  admin = await app.as("admin");
  for (let n = 1; n <= 12; n += 1)
    await admin.call(incidentRoutes.declare, { body: { title: `Uploads fail, part ${n}`, severity: 3 } });
});
afterAll(() => app.close());

const ask = (path: string, headers: Record<string, string> = {}) =>
  app.request(path, { headers: { authorization: `Bearer ${admin.secret}`, ...headers } });

test("a long answer is a third of its size where the client accepts gzip, and says the same", async () => {
  const plain = await ask("/api/incidents");
  expect(plain.headers.get("content-encoding")).toBeNull();
  const text = await plain.text();
  const packed = await ask("/api/incidents", { "accept-encoding": "gzip, deflate, br" });
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(packed.headers.get("content-length")).toBeNull();
  expect(packed.headers.get("vary")).toBe("Accept-Encoding");
  const bytes = Buffer.from(await packed.arrayBuffer());
  expect(bytes.length).toBeLessThan(text.length / 3);
  expect(gunzipSync(bytes).toString("utf8")).toBe(text);
});

test("short answers, the event stream and answers to another site's page are not compressed", async () => {
  const accepting = { "accept-encoding": "gzip" };
  const short = await ask("/api/session", accepting);
  expect(short.headers.get("content-encoding")).toBeNull();
  expect(short.headers.get("content-length")).toBe(String((await short.text()).length));
  const stream = await ask("/api/stream", accepting);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  expect(stream.headers.get("content-encoding")).toBeNull();
  await stream.body?.cancel();
  const foreign = await ask("/api/incidents", { ...accepting, "sec-fetch-site": "cross-site" });
  expect(foreign.status).toBe(200);
  expect(foreign.headers.get("content-encoding")).toBeNull();
});
