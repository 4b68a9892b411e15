/**
 * Lists of 10,000 and 100,000 incidents and a timeline of 5,000 events, on PostgreSQL and on the embedded database, as
 * whole requests: session, permission, query, JSON; without the socket. Writes wait for the disk.
 *   node bench/incidents/run.ts [--sizes 10000,100000] [--databases postgres,embedded]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { type Client, createClient } from "@morrow/client";
import { incidentRoutes } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { Temporal } from "temporal-polyfill";

import { compose } from "../../apps/server/src/compose.ts";
import { type Database, openDatabase } from "../../apps/server/src/platform/db/index.ts";
import { createEmptyDatabase } from "../../apps/server/src/platform/db/testing/postgres-databases.ts";
import { startPostgres } from "../../apps/server/src/platform/db/testing/postgres-server.ts";
import { createLog } from "../../apps/server/src/platform/log/log.ts";
import { openSpine } from "../../apps/server/src/platform/spine/index.ts";
import { seedIncidents, seedTimeline } from "./seed.ts";
import { measure } from "./timings.ts";

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "10000,100000" },
    databases: { type: "string", default: "postgres,embedded" },
  },
});
const sizes = values.sizes.split(",").map(Number);
const timelineEvents = 5_000;
const quiet = { info: () => undefined, warn: () => undefined, error: console.error };

/** Every request by a member, as a browser would send it. */
async function signedIn(db: Database): Promise<{ member: Client; stop: () => Promise<void> }> {
  const spine = await openSpine(db);
  const adapters = { db, spine, log: createLog("silent"), now: () => new Date().toISOString() };
  const morrow = compose({ ...adapters, publicUrl: "http://morrow.bench" });
  const password = "correct horse battery";
  const person = { organisation: "Bench", name: "Bench", email: "bench@example.test", password };
  const { secret } = await morrow.people.sessions.open(await morrow.people.setup.complete(person));
  // The permission filter is part of what is measured, and an administrator has none.
  await db.write((trx) => trx.updateTable("person").set({ role: "member" }).execute());
  const send: typeof fetch = async (input, init) =>
    morrow.api.app.request(String(input instanceof Request ? input.url : input), init);
  const member = createClient({ baseUrl: "http://morrow.bench", fetch: send, token: secret });
  return { member, stop: () => spine.stop() };
}

async function measureLists(member: Client, size: number): Promise<void> {
  const list = (query: object) => member.call(incidentRoutes.list, { query });
  const deep = await cursorAt(member, Math.floor(size * 0.9));
  await measure("first page of 50", 100, () => list({}));
  await measure("page of 50 after nine tenths", 100, () => list({ cursor: deep }));
  await measure("first page, one service", 100, (n) => list({ service: `part-${Math.abs(n) % 30}` }));
  await measure("first page, state and severity", 100, () => list({ state: "resolved", severity: "1" }));
  await measure("first page, needs a retrospective", 100, () => list({ needsRetrospective: "true" }));
  await measure("title text, few matches", 30, (n) => list({ text: `ident ${Math.abs(n) + 17} of` }));
  await measure("services and tags in use", 50, () => member.call(incidentRoutes.facets, {}));
}

async function cursorAt(member: Client, depth: number): Promise<string> {
  let cursor: string | null = null;
  for (let seen = 0; seen < depth; seen += 200) {
    const query: object = { limit: 200, ...(cursor === null ? {} : { cursor }) };
    cursor = (await member.call(incidentRoutes.list, { query })).next;
  }
  return cursor ?? "";
}

async function measureTimeline(db: Database, member: Client): Promise<void> {
  const body = { title: "A long night", severity: 1 as const };
  await measure("declare", 50, () => member.call(incidentRoutes.declare, { body }));
  const { id: ref } = await member.call(incidentRoutes.declare, { body });
  await seedTimeline(db, ref, timelineEvents);
  const page = (query: object) => member.call(timelineRoutes.list, { params: { ref }, query });
  await measure(`first 500 of ${timelineEvents} events`, 50, () => page({}));
  await measure(`all ${timelineEvents} events in pages of 1,000`, 10, async () => {
    let cursor: string | null | undefined;
    do cursor = (await page({ limit: 1_000, ...(cursor ? { cursor } : {}) })).next;
    while (cursor !== null);
  });
  await measure("the incident itself", 50, () => member.call(incidentRoutes.show, { params: { ref } }));
  const add = (more: object) =>
    member.call(timelineRoutes.add, { params: { ref }, body: { body: "Seen again", ...more } });
  await measure("add an event", 100, () => add({}));
  await measure("add a milestone", 50, (n) =>
    add({ milestone: "acknowledged", when: { at: minuteAfter(n) } }),
  );
}

function minuteAfter(n: number): string {
  return Temporal.Instant.from("2026-06-01T00:00:00Z").add({ minutes: n }).toString();
}

async function run(name: string, place: Parameters<typeof openDatabase>[0]): Promise<void> {
  const db = await openDatabase(place, { log: quiet });
  const { member, stop } = await signedIn(db);
  console.log(`\n${name}: one incident and its timeline`);
  await measureTimeline(db, member);
  let filled = 0;
  for (const size of sizes) {
    await seedIncidents(db, filled, size);
    filled = size;
    await db.write((trx) => trx.deleteFrom("idempotency").execute());
    console.log(`\n${name}: ${size.toLocaleString("en")} incidents`);
    await measureLists(member, size);
  }
  await stop();
  await db.close();
}

for (const kind of values.databases.split(",")) {
  if (kind === "postgres") {
    const server = await startPostgres();
    await run("PostgreSQL", { databaseUrl: server.url(await createEmptyDatabase(server)) });
    await server.stop();
  } else {
    const folder = await mkdtemp(join(tmpdir(), "morrow-bench-"));
    await run("embedded", { dataFolder: folder });
    await rm(folder, { recursive: true, force: true });
  }
}
