/**
 * Every GET of the home, incident, search and countermeasure pages, over HTTP to the real server with the embedded
 * database, as a member: p50 and p95 in milliseconds, and the size of the answer.
 *   node bench/requests/run.ts [--incidents 10000] [--events 5000]
 */
import { mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { openDatabase } from "../../apps/server/src/platform/db/index.ts";
import { administrator, startServer } from "../../tests/support/server-process.ts";
import { signIn } from "../../tests/support/sign-in.ts";
import { seedIncidents, seedTimeline } from "../incidents/seed.ts";
import { seedAround } from "./seed.ts";

const { values } = parseArgs({
  options: {
    incidents: { type: "string", default: "10000" },
    events: { type: "string", default: "5000" },
    folder: { type: "string" },
  },
});
const rounds = 100;
const quiet = { info: () => undefined, warn: () => undefined, error: console.error };

/** Leaves a data folder with an organisation, whose one person is a member: an administrator has no permission filter. */
async function fill(folder: string): Promise<void> {
  const server = await startServer({ dataFolder: folder });
  await server.stop();
  const db = await openDatabase({ dataFolder: folder }, { log: quiet, durable: false });
  await seedIncidents(db, 0, Number(values.incidents));
  await seedAround(db);
  const longest = await db.read((trx) =>
    trx.selectFrom("incident").select("id").orderBy("happened_at", "desc").executeTakeFirstOrThrow(),
  );
  await seedTimeline(db, longest.id, Number(values.events));
  await db.write((trx) => trx.updateTable("person").set({ role: "member" }).execute());
  await db.close();
}

async function measure(url: string, cookie: string, path: string, body?: object): Promise<void> {
  const taken: number[] = [];
  let bytes = 0;
  for (let n = -5; n < rounds; n += 1) {
    const before = performance.now();
    const answer = await fetch(`${url}${path}`, {
      headers: { cookie, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
    if (n >= 0) taken.push(performance.now() - before);
    bytes = text.length;
  }
  const sorted = taken.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1).padStart(7);
  console.log(
    `  ${path.padEnd(58)} p50 ${at(0.5)}  p95 ${at(0.95)} ms  ${(bytes / 1024).toFixed(0).padStart(5)} KB`,
  );
}

const folder = values.folder ?? (await mkdtemp(join(tmpdir(), "morrow-bench-")));
if (values.folder === undefined) await fill(folder);
const server = await startServer({ dataFolder: folder });
try {
  const cookie = await signIn(server.url, administrator);
  const longest = `INC-${1_000_000 + Number(values.incidents) - 1}`;
  console.log(`  ${values.incidents} incidents, machine load ${(loadavg()[0] ?? 0).toFixed(1)}`);
  for (const path of [
    "/api/session",
    "/api/setup",
    "/api/home?today=2026-11-26",
    "/api/incidents?limit=100",
    "/api/incidents?limit=100&state=resolved",
    "/api/incidents?limit=100&needsRetrospective=true",
    "/api/incidents?limit=100&service=part-7",
    "/api/incidents?limit=100&text=part-7",
    "/api/incidents?limit=100&text=ident%20977%20of",
    "/api/incidents?limit=100&text=nowhere",
    "/api/incidents/facets",
    `/api/incidents/${longest}`,
    `/api/incidents/${longest}/history`,
    `/api/incidents/${longest}/timeline?limit=200`,
    `/api/incidents/${longest}/timeline?limit=1000`,
    "/api/countermeasures?limit=100",
    "/api/countermeasures?limit=100&owner=me",
    "/api/countermeasures?limit=100&overdue=true",
    "/api/countermeasures?limit=100&state=verified",
    "/api/countermeasures?limit=100&text=part-7",
    "/api/countermeasures?limit=100&text=nowhere",
    `/api/countermeasures?limit=50&incident=${longest}`,
    "/api/retrospectives",
    "/api/retrospectives?state=draft",
    "/api/search?q=database",
    "/api/search?q=part-7%20memory",
    "/api/search?q=severity:SEV1",
    "/api/writeups",
    "/api/people",
    "/api/teams",
    "/api/policy",
    "/api/health",
  ])
    await measure(server.url, cookie, path);
  await measure(server.url, cookie, "/api/similar", { ref: longest, limit: 5 });
} finally {
  await server.stop();
  if (values.folder === undefined) await rm(folder, { recursive: true, force: true });
}
