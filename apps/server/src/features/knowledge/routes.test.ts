import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { teamRoutes, tokenRoutes } from "@morrow/contract/people";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { timelineRoutes } from "@morrow/contract/timeline";
import { writeupRoutes } from "@morrow/contract/writeups";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

import { followerName } from "./following/follow.ts";
import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({ now: () => "2026-04-10T09:00:00.000Z" });
});
afterAll(() => app.close());

async function declare(title: string, more: { restricted?: boolean; summary?: string } = {}) {
  const lead = await app.as("lead");
  return lead.call(incidentRoutes.declare, {
    body: { title, severity: 2, restricted: false, services: ["checkout"], tags: ["dns"], ...more },
  });
}

async function refsFound(person: TestPerson, q: string): Promise<string[]> {
  const found = await person.call(knowledgeRoutes.search, { query: { q } });
  return found.items.map((item) => item.ref);
}

async function refsSimilar(person: TestPerson, text: string): Promise<string[]> {
  const found = await person.call(knowledgeRoutes.similar, { body: { text, limit: 50 } });
  return found.items.map((item) => item.ref);
}

async function feedOf(person: TestPerson): Promise<string> {
  return (await person.open(knowledgeRoutes.feed, {})).text();
}

async function publish(ref: string, lesson: string): Promise<void> {
  const lead = await app.as("lead");
  const started = await lead.call(retrospectiveRoutes.start, { params: { ref }, body: {} });
  const saved = await lead.call(retrospectiveRoutes.save, {
    params: { ref },
    body: { revision: started.revision, document: { ...started.document, lesson } },
  });
  await lead.call(retrospectiveRoutes.publish, { params: { ref }, body: { revision: saved.revision } });
}

test("what was just written is found, with its reference, fields, marks and facets", async () => {
  const incident = await declare("Resolver cache poisoned by quokka records", {
    summary: "Lookups answered with addresses of the staging zone.",
  });
  const member = await app.as("member");
  const found = await member.call(knowledgeRoutes.search, { query: { q: "quokka" } });
  expect(found.items[0]).toMatchObject({
    kind: "incident",
    id: incident.id,
    ref: incident.ref,
    title: "Resolver cache poisoned by quokka records",
    severity: 2,
    services: ["checkout"],
    tags: ["dns"],
    because: ["quokka"],
    path: null,
  });
  expect(found.facets.severity).toEqual([{ value: "SEV2", count: 1 }]);
  expect(found.facets.service).toEqual([{ value: "checkout", count: 1 }]);
  const corrected = await member.call(knowledgeRoutes.search, { query: { q: "quoka records" } });
  expect(corrected.corrected).toEqual([{ from: "quoka", to: "quokka" }]);
  const noted = await member.call(knowledgeRoutes.search, { query: { q: "quokka severity:SEV9" } });
  expect(noted.notes).toHaveLength(1);
  const filtered = await member.call(knowledgeRoutes.search, { query: { q: "tag:dns kind:incident" } });
  expect(filtered.items.map((item) => item.ref)).toContain(incident.ref);
  expect(filtered.facets.tag.length).toBeGreaterThan(0);
});

test("timeline and countermeasures are found, corrections replace what they correct, merged ones go", async () => {
  const incident = await declare("Queue stopped");
  const member = await app.as("member");
  const event = await member.call(timelineRoutes.add, {
    params: { ref: incident.ref },
    body: { kind: "hypothesis", body: "Maybe the wombat consumer lost its lease" },
  });
  const inTimeline = await member.call(knowledgeRoutes.search, { query: { q: "wombat" } });
  expect(inTimeline.items[0]).toMatchObject({ kind: "timeline", ref: incident.ref, title: "Queue stopped" });
  await member.call(timelineRoutes.correct, {
    params: { ref: incident.ref, event: event.id },
    body: { kind: "hypothesis", body: "Maybe the numbat consumer lost its lease" },
  });
  expect(await refsFound(member, "wombat")).toEqual([]);
  expect(await refsFound(member, "numbat")).toEqual([incident.ref]);
  const added = await member.call(countermeasureRoutes.add, {
    body: { title: "Renew echidna leases before they end", incident: incident.ref },
  });
  const promised = await member.call(knowledgeRoutes.search, { query: { q: "echidna" } });
  expect(promised.items[0]).toMatchObject({ kind: "countermeasure", ref: added.ref, id: added.id });
});

test("a draft is for members, its publication for everyone; the published one speaks for both", async () => {
  const incident = await declare("Bilby outage");
  const lead = await app.as("lead");
  const reader = await app.as("reader");
  const started = await lead.call(retrospectiveRoutes.start, { params: { ref: incident.ref }, body: {} });
  const saved = await lead.call(retrospectiveRoutes.save, {
    params: { ref: incident.ref },
    body: {
      revision: started.revision,
      document: { ...started.document, lesson: "The potoroo certificate expired unnoticed." },
    },
  });
  expect(await refsFound(lead, "potoroo")).toEqual([incident.ref]);
  expect(await refsFound(reader, "potoroo")).toEqual([]);
  expect(await refsFound(reader, "bilby")).toEqual([incident.ref]);
  expect(await refsSimilar(reader, "an expired certificate")).not.toContain(incident.ref);
  expect(await feedOf(reader)).not.toContain("potoroo");
  const home = await reader.call(knowledgeRoutes.home, { query: { today: "2026-04-10" } });
  expect(JSON.stringify(home)).not.toContain("potoroo");

  await lead.call(retrospectiveRoutes.publish, {
    params: { ref: incident.ref },
    body: { revision: saved.revision },
  });
  const found = await reader.call(knowledgeRoutes.search, { query: { q: "potoroo" } });
  expect(found.items).toHaveLength(1);
  expect(found.items[0]).toMatchObject({
    kind: "retrospective",
    ref: incident.ref,
    lesson: "The potoroo certificate expired unnoticed.",
  });
  expect(await refsSimilar(reader, "an expired certificate")).toContain(incident.ref);
  expect(await feedOf(reader)).toContain("The potoroo certificate expired unnoticed.");
  const after = await reader.call(knowledgeRoutes.home, { query: { today: "2026-04-10" } });
  expect(after.learned[0]).toMatchObject({ lesson: "The potoroo certificate expired unnoticed." });
});

test("restricting hides everything at once, and opening shows it again", async () => {
  const incident = await declare("Zeppelin failover lost sessions", {
    summary: "The zeppelin load balancer ran out of file descriptors.",
  });
  const lead = await app.as("lead");
  const reader = await app.as("reader");
  const member = await app.as("member");
  const admin = await app.as("admin");
  await lead.call(timelineRoutes.add, {
    params: { ref: incident.ref },
    body: { body: "Dirigible alarms fired" },
  });
  const countermeasure = await lead.call(countermeasureRoutes.add, {
    body: { title: "Raise limits of the zeppelin", incident: incident.ref },
  });
  await publish(incident.ref, "A zeppelin needs more descriptors than it has.");

  const everywhere = async (person: TestPerson) => ({
    search: await refsFound(person, "zeppelin"),
    timeline: await refsFound(person, "dirigible"),
    similar: (await refsSimilar(person, "load balancer ran out of file descriptors")).includes(incident.ref),
    feed: (await feedOf(person)).includes("zeppelin"),
    home: JSON.stringify(
      await person.call(knowledgeRoutes.home, { query: { today: "2026-04-10" } }),
    ).includes("Zeppelin"),
  });
  const seen = {
    search: expect.arrayContaining([incident.ref, countermeasure.ref]),
    timeline: [incident.ref],
    similar: true,
    feed: true,
    home: true,
  };
  const hidden = { search: [], timeline: [], similar: false, feed: false, home: false };
  expect(await everywhere(reader)).toEqual(seen);

  const setAccess = async (restricted: boolean, personIds: string[]) => {
    const { revision } = await lead.call(incidentRoutes.show, { params: { ref: incident.ref } });
    await lead.call(incidentRoutes.setAccess, {
      params: { ref: incident.ref },
      body: { revision, restricted, personIds },
    });
  };
  await setAccess(true, [lead.id]);
  expect(await everywhere(reader)).toEqual(hidden);
  expect(await everywhere(member)).toEqual(hidden);
  expect(await everywhere(lead)).toEqual(seen);
  expect(await everywhere(admin)).toEqual(seen);
  const counted = await reader.call(knowledgeRoutes.search, { query: { q: "zeppelin" } });
  expect(counted.facets.kind).toEqual([]);
  await expect(
    reader.call(knowledgeRoutes.similar, { body: { ref: incident.ref, limit: 5 } }),
  ).rejects.toMatchObject({ code: "not_found" });

  await setAccess(true, [lead.id, member.id]);
  expect(await everywhere(member)).toEqual(seen);
  await setAccess(false, []);
  expect(await everywhere(reader)).toEqual(seen);
});

test("an index that lags behind shows nobody what they may not see any more", async () => {
  const incident = await declare("Axolotl rollout");
  const reader = await app.as("reader");
  expect(await refsFound(reader, "axolotl")).toEqual([incident.ref]);
  // As between the commit of a restriction and the follower's turn: rows say one thing, the index another.
  const setRow = (audience: string) =>
    app.database.db.write((trx) =>
      trx.updateTable("incident").set({ audience }).where("id", "=", incident.id).execute(),
    );
  await setRow(`incident:${incident.id}`);
  const found = await reader.call(knowledgeRoutes.search, { query: { q: "axolotl" } });
  expect(found.items).toEqual([]);
  expect(found.facets.service).toEqual([]);
  expect(await refsSimilar(reader, "axolotl rollout")).not.toContain(incident.ref);
  await setRow("everyone");
});

test("a team's new name is searched with its incidents", async () => {
  const lead = await app.as("lead");
  const team = await lead.call(teamRoutes.create, { body: { name: "Plumbing", memberIds: [] } });
  const incident = await declare("Ports exhausted");
  await lead.call(incidentRoutes.change, {
    params: { ref: incident.ref },
    body: { revision: incident.revision, teamId: team.id },
  });
  expect(await refsFound(lead, "team:Plumbing")).toEqual([incident.ref]);
  await lead.call(teamRoutes.change, { params: { id: team.id }, body: { name: "Networks", memberIds: [] } });
  expect(await refsFound(lead, "team:Plumbing")).toEqual([]);
  const found = await lead.call(knowledgeRoutes.search, { query: { q: "ports" } });
  expect(found.facets.team).toEqual([{ value: "Networks", count: 1 }]);
});

function writeupFile(name: string, narrative: string) {
  return {
    path: `posts/${name}.md`,
    text: `---\ntitle: ${name}\nstart_time: 2024-04-10T08:00:00Z\nend_time: 2024-04-10T09:00:00Z\n---\n\n${narrative}\n`,
  };
}

test("similar explains itself, leaves out what was asked about, and takes write-ups apart", async () => {
  const member = await app.as("member");
  const files = [
    writeupFile(
      "Gateway certificate",
      "The TLS certificate of the gateway expired and clients could not connect.",
    ),
    writeupFile("Mail certificate", "An expired TLS certificate on the mail relay stopped delivery."),
    writeupFile("Full disk", "The disk of the primary database filled up and writes failed."),
  ];
  const { items } = await member.call(writeupRoutes.import, { body: { files } });
  const [gateway, mail, disk] = items.map((item) => item.ref!);
  const byRef = await member.call(knowledgeRoutes.similar, { body: { ref: gateway!, limit: 5 } });
  const refs = byRef.items.map((item) => item.ref);
  expect(refs).not.toContain(gateway);
  expect(refs.indexOf(mail!)).toBeGreaterThanOrEqual(0);
  expect(refs.includes(disk!) ? refs.indexOf(disk!) : 99).toBeGreaterThan(refs.indexOf(mail!));
  const hit = byRef.items.find((item) => item.ref === mail)!;
  expect(hit.because.mechanisms.join(" ")).toMatch(/certificate/i);
  expect(hit.path).toBe("posts/Mail certificate.md");
  const pasted = await member.call(knowledgeRoutes.similar, { body: { text: files[2]!.text, limit: 1 } });
  expect(pasted.items[0]).toMatchObject({ ref: disk });

  const home = await member.call(knowledgeRoutes.home, { query: { today: "2026-04-10" } });
  expect(home.onThisDay.map((item) => item.ref)).toEqual(expect.arrayContaining([gateway, mail, disk]));
  const otherDay = await member.call(knowledgeRoutes.home, { query: { today: "2026-04-11" } });
  expect(otherDay.onThisDay).toEqual([]);
  expect(home.openIncidents.map((item) => item.ref)).not.toContain(gateway);
  expect(home.retrospectives.filter((item) => item.overdue)).toEqual([]);
});

test("the feed takes an API token in its address, for itself alone", async () => {
  const reader = await app.as("reader");
  const { secret } = await reader.call(tokenRoutes.create, {
    body: { name: "feed reader", scopes: ["read"] },
  });
  const feed = await app.request(`/api/feed.atom?token=${secret}`);
  expect(feed.status).toBe(200);
  expect(feed.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  const text = await feed.text();
  expect(text).not.toContain(secret);
  const again = await app.request(`/api/feed.atom?token=${secret}`, {
    headers: { "if-none-match": feed.headers.get("etag")! },
  });
  expect(again.status).toBe(304);
  expect((await app.request("/api/feed.atom")).status).toBe(401);
  expect((await app.request(`/api/feed.atom?token=${reader.secret}`)).status).toBe(401);
  expect((await app.request("/api/feed.atom?token=mrt_wrong")).status).toBe(401);
  expect((await app.request(`/api/home?today=2026-04-10&token=${secret}`)).status).toBe(401);
});

test("bad input is refused with its place", async () => {
  const member = await app.as("member");
  const get = (path: string) => app.request(path, { headers: { authorization: `Bearer ${member.secret}` } });
  for (const path of [
    "/api/search",
    "/api/search?q=a&limit=0",
    "/api/search?q=a&cursor=%25",
    "/api/home?today=soon",
  ])
    expect((await get(path)).status).toBe(400);
  expect((await app.request("/api/search?q=a")).status).toBe(401);
  expect((await get("/api/search?q=%22%22%20(%27;drop%20table%20person;--")).status).toBe(200);
  await expect(
    member.call(knowledgeRoutes.similar, { body: { ref: "INC-99999", limit: 5 } }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("the index starts anew from the log and comes to the same", async () => {
  const documents = () =>
    app.database.db.read(async (trx) => {
      const { rows } = await sql<object>`
        select document.id, kind, audience, title, lead, text, revision
        from knowledge_document document join knowledge_content using (doc) order by id`.execute(trx);
      return rows;
    });
  const member = await app.as("member");
  await refsFound(member, "anything");
  const before = await documents();
  await app.database.db.write((trx) =>
    trx.updateTable("event_follower").set({ position: 0 }).where("name", "=", followerName).execute(),
  );
  await declare("One more to wake the follower");
  await refsFound(member, "anything");
  const after = await documents();
  expect(after).toEqual(expect.arrayContaining(before));
  expect(after).toHaveLength(before.length + 1);
});

test("what was read with another vocabulary is read again", async () => {
  const vocabularies = () =>
    app.database.db.read(async (trx) => {
      const rows = await trx.selectFrom("knowledge_document").select("vocabulary").distinct().execute();
      return rows.map((row) => row.vocabulary);
    });
  const member = await app.as("member");
  await refsFound(member, "anything");
  const [current] = await vocabularies();
  await app.database.db.write(async (trx) => {
    await trx.updateTable("knowledge_document").set({ vocabulary: "an earlier one" }).execute();
    await trx.updateTable("event_follower").set({ position: 0 }).where("name", "=", followerName).execute();
  });
  await declare("Another one to wake the follower");
  await refsFound(member, "anything");
  expect(await vocabularies()).toEqual([current]);
});
