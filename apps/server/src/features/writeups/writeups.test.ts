import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";
import { writeupRoutes } from "@morrow/contract/writeups";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const outage = `---
uuid: 5b0f7a52-6f1d-4c4e-9d65-0f6b1c3a7e10
url: https://example.com/posts/cache-outage
title: Cache evicted everything
start_time: 2024-03-05T10:02:00Z
end_time: 2024-03-05T11:40:00Z
keywords:
- cache
- eviction
product: Storefront
summary: A full cache dropped every session at once. People had to sign in again.
---

# Cache evicted everything

The session cache reached its limit and evicted all keys.

## Timeline

All times in UTC on 2024-03-05.

| Time | Event |
|---|---|
| 10:02 | Memory reached its limit |
| 10:10 | An alert fired for failed sign-ins |
| 11:40 | The cache was enlarged and sign-ins recovered |

## Contributing factors

- The limit had been set for half of today's traffic
- Evictions were not on any dashboard

## What went well

- The alert came within minutes

## Action items

- [x] Enlarge the cache (@Robin)
- [ ] Put evictions on the dashboard
`;

const file = (text: string, path = "posts/cache.md") => ({ path, text });

async function importOne(
  text: string,
  options: { path?: string; restricted?: boolean; person?: string } = {},
) {
  const person = await app.as("member", options.person ?? "member");
  const { items } = await person.call(writeupRoutes.import, {
    body: { files: [file(text, options.path)], restricted: options.restricted ?? false },
  });
  return items[0]!;
}

/** How many rows every table holds. */
async function counts(): Promise<Record<string, number>> {
  return app.database.db.read(async (trx) => {
    const tables = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(trx);
    const found: Record<string, number> = {};
    for (const { name } of tables.rows) {
      const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(
        trx,
      );
      found[name] = rows[0]?.count ?? 0;
    }
    return found;
  });
}

/** What is no change of anybody's data: how far followers came, what they derive, and answers kept for repeats. */
function ofPeople(found: Record<string, number>) {
  return Object.fromEntries(
    Object.entries(found).filter(([name]) => !/^(event_follower|idempotency|knowledge_)/.test(name)),
  );
}

test("reading and a dry run write nothing at all", async () => {
  const member = await app.as("member");
  const before = ofPeople(await counts());
  const read = await member.call(writeupRoutes.read, { body: { files: [file(outage)] } });
  expect(read.items).toMatchObject([{ path: "posts/cache.md", part: 0, status: "new", ref: null }]);
  const dry = await member.call(writeupRoutes.import, { body: { files: [file(outage)], dryRun: true } });
  expect(dry.items[0]).toMatchObject({
    status: "imported",
    ref: null,
    title: "Cache evicted everything",
    timelineRows: 3,
    countermeasures: 2,
  });
  expect(ofPeople(await counts())).toEqual(before);
});

test("a write-up becomes a closed incident with timeline, retrospective and countermeasures, and keeps its bytes", async () => {
  const member = await app.as("member");
  const result = await importOne(outage);
  expect(result).toMatchObject({
    status: "imported",
    startedAt: "2024-03-05T10:02:00Z",
    endedAt: "2024-03-05T11:40:00Z",
    questions: [],
    message: null,
  });
  const ref = result.ref!;
  const incident = await member.call(incidentRoutes.show, { params: { ref } });
  expect(incident).toMatchObject({
    title: "Cache evicted everything",
    severity: null,
    state: "closed",
    services: ["Storefront"],
    tags: ["cache", "eviction"],
    restricted: false,
    at: "2024-03-05T10:02:00.000Z",
    resolvedAt: "2024-03-05T11:40:00.000Z",
    retrospective: { state: "published", overdue: false },
    writeup: { path: "posts/cache.md", url: "https://example.com/posts/cache-outage", questions: [] },
  });
  expect(incident.links).toContainEqual({
    kind: "document",
    url: "https://example.com/posts/cache-outage",
    label: "Published write-up",
  });
  const timeline = await member.call(timelineRoutes.list, { params: { ref } });
  const rows = timeline.items.filter(
    (event) => event.given !== null && event.body.match(/Memory|alert|enlarged/),
  );
  expect(rows.map((row) => [row.at, row.source])).toEqual([
    ["2024-03-05T10:02:00.000Z", "import"],
    ["2024-03-05T10:10:00.000Z", "import"],
    ["2024-03-05T11:40:00.000Z", "import"],
  ]);
  const promised = await member.call(countermeasureRoutes.list, { query: { incident: ref } });
  expect(promised.items.map((item) => [item.title, item.state, item.owner, item.overdue])).toEqual(
    expect.arrayContaining([
      [expect.stringContaining("Put evictions"), "idea", null, false],
      [expect.stringContaining("Enlarge the cache"), "done", null, false],
    ]),
  );
  const listed = await member.call(writeupRoutes.list, {});
  const writeup = listed.items.find((item) => item.ref === ref)!;
  const original = await member.open(writeupRoutes.original, { params: { id: writeup.id } });
  expect(Buffer.from(await original.arrayBuffer()).equals(Buffer.from(outage))).toBe(true);
  expect(original.headers.get("content-security-policy")).toMatch(/^sandbox/);
  expect(original.headers.get("content-disposition")).toBe(
    `attachment; filename="cache.md"; filename*=UTF-8''cache.md`,
  );
});

test("the same bytes again are known and change nothing; another version is refused by name", async () => {
  const text = outage.replace("5b0f7a52", "6b0f7a52");
  const first = await importOne(text);
  const before = ofPeople(await counts());
  const again = await importOne(text, { path: "elsewhere/copy.md" });
  expect(again).toMatchObject({ status: "known", ref: first.ref });
  const changed = await importOne(`${text}\nOne more line.\n`);
  expect(changed).toMatchObject({ status: "refused", ref: null });
  expect(changed.message).toContain(first.ref);
  expect(ofPeople(await counts())).toEqual(before);
  const member = await app.as("member");
  const read = await member.call(writeupRoutes.read, { body: { files: [file(text)] } });
  expect(read.items[0]).toMatchObject({ status: "known", ref: first.ref });
});

test("two imports of one file at the same time make one incident", async () => {
  const text = "# Two at once\n\nOn 2024-05-01 at 10:00 UTC the queue stopped.\n";
  const results = await Promise.all(
    ["member", "second", "third"].map((person) => importOne(text, { person })),
  );
  expect(results.map((result) => result.status).toSorted()).toEqual(["imported", "known", "known"]);
  expect(new Set(results.map((result) => result.ref)).size).toBe(1);
});

test("a repeated request with its key is answered as the first time, for every file of it", async () => {
  const member = await app.as("member");
  const body = {
    files: [
      file("# First of two\n\nOn 2024-06-01 at 10:00 UTC it stopped.\n", "a.md"),
      file("# Second of two\n\nOn 2024-06-02 at 10:00 UTC it stopped.\n", "b.md"),
    ],
  };
  const first = await member.call(writeupRoutes.import, { body }, { idempotencyKey: "import-1" });
  const repeated = await member.call(writeupRoutes.import, { body }, { idempotencyKey: "import-1" });
  expect(first.items.map((item) => item.status)).toEqual(["imported", "imported"]);
  expect(first.items[0]!.ref).not.toBe(first.items[1]!.ref);
  expect(repeated).toEqual(first);
});

test("what is restricted is for its importer and administrators", async () => {
  const text = outage.replace("5b0f7a52", "7b0f7a52").replaceAll("Cache evicted everything", "Quiet matter");
  const result = await importOne(text, { restricted: true, person: "importer" });
  const importer = await app.as("member", "importer");
  const other = await app.as("lead", "other-lead");
  expect((await importer.call(incidentRoutes.show, { params: { ref: result.ref! } })).restricted).toBe(true);
  await expect(other.call(incidentRoutes.show, { params: { ref: result.ref! } })).rejects.toMatchObject({
    code: "not_found",
  });
  const mine = (await importer.call(writeupRoutes.list, {})).items.find((item) => item.ref === result.ref)!;
  expect((await other.call(writeupRoutes.list, {})).items.map((item) => item.id)).not.toContain(mine.id);
  await expect(other.open(writeupRoutes.original, { params: { id: mine.id } })).rejects.toMatchObject({
    code: "not_found",
  });
  const again = await importOne(text, { person: "second" });
  expect(again).toMatchObject({ status: "known", ref: null });
  const changed = await importOne(`${text}\nMore.\n`, { person: "second" });
  expect(changed.status).toBe("refused");
  expect(changed.message).not.toContain(result.ref);
  const admin = await app.as("admin");
  expect((await admin.call(writeupRoutes.list, {})).items.map((item) => item.id)).toContain(mine.id);
});

test("readers may list and not import", async () => {
  const reader = await app.as("reader");
  expect((await reader.call(writeupRoutes.list, {})).items.length).toBeGreaterThan(0);
  const denied = { code: "permission.denied" };
  const body = { files: [file(outage)] };
  await expect(reader.call(writeupRoutes.import, { body })).rejects.toMatchObject(denied);
  await expect(reader.call(writeupRoutes.read, { body })).rejects.toMatchObject(denied);
  await expect(app.stranger.call(writeupRoutes.list, {})).rejects.toMatchObject({ code: "session.required" });
});

test("times that contradict each other are asked about, and nothing fails", async () => {
  const result = await importOne(
    "---\ntitle: Ended before it began\nstart_time: 2024-03-05T12:00:00Z\nend_time: 2024-03-05T10:00:00Z\n---\n\nIt was odd.\n",
  );
  expect(result).toMatchObject({ status: "imported", startedAt: "2024-03-05T12:00:00Z", endedAt: null });
  expect(result.questions.map((question) => question.id)).toContain("milestone/resolved");
});

test("bytes that are not UTF-8 are kept whole; what is no text is refused; the list has pages", async () => {
  const member = await app.as("member");
  const bytes = Buffer.from(
    "# Caf\u00e9 offline\n\nOn 2024-07-01 at 10:00 UTC the till stopped.\n",
    "latin1",
  );
  const { items } = await member.call(writeupRoutes.import, {
    body: {
      files: [
        { path: "latin.md", base64: bytes.toString("base64") },
        { path: "picture.md", base64: Buffer.from([0x89, 0x50, 0, 1, 2]).toString("base64") },
        { path: "empty.md", text: " \n" },
      ],
    },
  });
  expect(items.map((item) => item.status)).toEqual(["imported", "refused", "refused"]);
  expect(items[0]!.title).toBe("Café offline");
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await member.call(writeupRoutes.list, {
      query: { limit: 2, ...(cursor === undefined ? {} : { cursor }) },
    });
    seen.push(...page.items.map((item) => item.id));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(seen.length);
  const all = await member.call(writeupRoutes.list, { query: { limit: 200 } });
  expect(seen).toEqual(all.items.map((item) => item.id));
  const latin = all.items.find((item) => item.path === "latin.md")!;
  const original = await member.open(writeupRoutes.original, { params: { id: latin.id } });
  expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true);
});

test("bad input is refused before anything is written", async () => {
  const member = await app.as("member");
  const before = ofPeople(await counts());
  const attempt = (body: unknown) =>
    app.request("/api/writeups", {
      method: "POST",
      headers: { authorization: `Bearer ${member.secret}`, "content-type": "application/json" },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  for (const body of [
    "{",
    { files: [] },
    { files: [{ path: "a.md" }] },
    { files: [file("x")], dryRun: "yes" },
  ])
    expect((await attempt(body)).status).toBe(400);
  const zone = await attempt({ files: [{ ...file("# A"), zone: "Europe/Atlantis" }] });
  expect(zone.status).toBe(422);
  expect(await zone.json()).toMatchObject({
    error: { fields: [{ path: ["body", "files", "0", "zone"], code: "time.unknown_zone" }] },
  });
  await expect(
    member.open(writeupRoutes.original, { params: { id: "00000000-0000-4000-8000-000000000000" } }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(ofPeople(await counts())).toEqual(before);
});

test("several incidents of one file are imported apart, each once", async () => {
  const text = `# 2024-08-01 Mail stopped

At 10:00 UTC mail stopped.

## Timeline

- 10:00 UTC mail stopped
- 10:30 UTC mail went out again

# 2024-08-02 Search stopped

At 12:00 UTC search stopped.

## Timeline

- 12:00 UTC search stopped
- 12:20 UTC search answered again
`;
  const member = await app.as("member");
  const body = { files: [file(text, "two.md")] };
  const { items } = await member.call(writeupRoutes.import, { body });
  expect(items.map((item) => [item.part, item.status])).toEqual([
    [0, "imported"],
    [1, "imported"],
  ]);
  const again = await member.call(writeupRoutes.import, { body });
  expect(again.items.map((item) => [item.part, item.status, item.ref])).toEqual([
    [0, "known", items[0]!.ref],
    [1, "known", items[1]!.ref],
  ]);
});

test("people stay names, except an owner who is here and can still keep the date", async () => {
  const robin = await app.as("member", "robin-example");
  const result = await importOne(`# Disk filled up

On 2024-09-01 at 10:00 UTC the disk filled up.

## Attendees

- Kim Doe
- robin-example

## Action items

| Action | Owner | Due | Status |
|---|---|---|---|
| Alert on free space | robin-example | 2199-01-01 | open |
| Rotate logs hourly | robin-example | 2024-10-01 | open |
| Add a second disk | Kim Doe | 2199-01-01 | open |
`);
  const member = await app.as("member");
  const params = { ref: result.ref! };
  const retrospective = await member.call(retrospectiveRoutes.show, { params });
  expect(retrospective.stakeholders.map(({ person, name }) => [person, name])).toEqual([
    [null, "Kim Doe"],
    [null, "robin-example"],
  ]);
  const promised = await member.call(countermeasureRoutes.list, { query: { incident: result.ref! } });
  const byTitle = Object.fromEntries(promised.items.map((item) => [item.title, item]));
  expect(byTitle["Alert on free space"]).toMatchObject({
    state: "accepted",
    owner: { id: robin.id },
    dueOn: "2199-01-01",
  });
  expect(byTitle["Rotate logs hourly"]).toMatchObject({ state: "idea", dueOn: null, overdue: false });
  expect(byTitle["Rotate logs hourly"]!.body).toContain("2024-10-01");
  expect(byTitle["Add a second disk"]).toMatchObject({ state: "idea", owner: null, ownerName: "Kim Doe" });
});
