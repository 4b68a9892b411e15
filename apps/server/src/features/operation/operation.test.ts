import { follow } from "@morrow/client";
import { incidentRoutes } from "@morrow/contract/incidents";
import { operationRoutes } from "@morrow/contract/operation";
import { sessionRoutes } from "@morrow/contract/people";
import { z } from "zod";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

/** Reads entries of the stream until `count` have come. */
async function entries(response: Response, count: number): Promise<{ what: string; position: number }[]> {
  const found: { what: string; position: number }[] = [];
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of response.body ?? []) {
    rest += decoder.decode(chunk, { stream: true });
    const parts = rest.split("\n\n");
    rest = parts.pop() ?? "";
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data !== undefined && !part.includes("event: welcome")) found.push(JSON.parse(data));
    }
    if (found.length >= count) return found;
  }
  return found;
}

test("health says which database is in use", async () => {
  expect(await app.stranger.call(operationRoutes.health, {})).toMatchObject({ status: "ok" });
});

test("the stream goes on from a position and leaves out what may not be seen", async () => {
  const admin = await app.as("admin");
  const reader = await app.as("reader");
  const before = await app.spine.head();
  await admin.call(incidentRoutes.declare, { body: { title: "Hidden", severity: 2, restricted: true } });
  const open = await admin.call(incidentRoutes.declare, { body: { title: "Open", severity: 2 } });
  const stop = new AbortController();
  const stream = await reader.open(
    operationRoutes.stream,
    { query: { after: before } },
    { signal: stop.signal },
  );
  const [first] = await entries(stream, 1);
  expect(first).toMatchObject({ incidentId: open.id });
  stop.abort();
});

test("a session says where the log stood, and a stream where its news begin", async () => {
  const member = await app.as("member");
  const { position } = await member.call(sessionRoutes.show, {});
  await member.call(incidentRoutes.declare, { body: { title: "Meanwhile", severity: 4 } });
  const stop = new AbortController();
  const welcome = new Promise<number>((resolve) => {
    void follow(member, { signal: stop.signal, onEntry: () => undefined, onWelcome: resolve });
  });
  expect(await welcome).toBeGreaterThan(position);
  expect(await welcome).toBe(await app.spine.head());
  stop.abort();
});

test("a stream delivers what happens while it is open", async () => {
  const admin = await app.as("admin");
  const member = await app.as("member");
  const incident = await admin.call(incidentRoutes.declare, { body: { title: "Live", severity: 3 } });
  const stop = new AbortController();
  const stream = await member.open(
    operationRoutes.stream,
    { query: { incident: incident.ref } },
    { signal: stop.signal },
  );
  const reading = entries(stream, 1);
  await admin.call(incidentRoutes.setSeverity, { params: { ref: incident.ref }, body: { severity: 1 } });
  expect(await reading).toMatchObject([{ incidentId: incident.id }]);
  stop.abort();
});

test("the API document names every mounted route, and every route of the contract is mounted", async () => {
  const answer = await app.request("/api/openapi.json");
  const document = z
    .object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
    .parse(await answer.json());
  for (const route of app.morrow.api.mounted) expect(document.paths[route.path]).toHaveProperty(route.method);
  const described = Object.values(document.paths).flatMap((methods) => Object.keys(methods));
  expect(app.morrow.api.mounted).toHaveLength(described.length);
});

test("the page beside it is HTML without scripts", async () => {
  const page = await (await app.request("/api")).text();
  expect(page).toContain("/api/incidents");
  expect(page).not.toContain("<script");
});

test("a backup is for administrators, and is restored only into an empty Morrow with the set-up token", async () => {
  const member = await app.as("member");
  await expect(member.open(operationRoutes.backup, {})).rejects.toMatchObject({ code: "permission.denied" });
  const admin = await app.as("admin");
  const bytes = await (await admin.open(operationRoutes.backup, {})).blob();
  const send = (token: string) =>
    app.stranger.call(
      operationRoutes.restore,
      {},
      { token, bytes: { type: "application/gzip", body: bytes } },
    );
  await expect(send("mru_wrong")).rejects.toMatchObject({ code: "setup.wrong_token" });
  await expect(send(app.morrow.people.setup.token)).rejects.toMatchObject({ code: "restore.not_empty" });
});
