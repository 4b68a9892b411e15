import { countermeasureRoutes as routes } from "@morrow/contract/countermeasures";
import { incidentRoutes } from "@morrow/contract/incidents";
import { teamRoutes } from "@morrow/contract/people";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { emptyDocument } from "@morrow/domain/retrospectives";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

let app: TestApp;
let now = "2026-05-04T10:00:00.000Z";
beforeAll(async () => {
  app = await openTestApp({ now: () => now });
});
afterAll(() => app.close());

async function declared(by: TestPerson, restricted = false): Promise<string> {
  const body = { title: "The queue ran full", severity: 2 as const, restricted };
  return (await by.call(incidentRoutes.declare, { body })).ref;
}

async function added(by: TestPerson, fields: { title?: string; incident?: string } = {}) {
  const incident = fields.incident ?? (await declared(by));
  return by.call(routes.add, { body: { title: fields.title ?? "Alert at 80 %", incident } });
}

async function published(by: TestPerson, incident: string): Promise<void> {
  const at = { params: { ref: incident } };
  await by.call(retrospectiveRoutes.start, { ...at, body: {} });
  const document = { ...emptyDocument, lesson: "Queues fill up." };
  await by.call(retrospectiveRoutes.save, { ...at, body: { revision: 1, document } });
  await by.call(retrospectiveRoutes.publish, { ...at, body: { revision: 2 } });
}

test("from an idea to verified, and every slip of its date is kept", async () => {
  const member = await app.as("member");
  const idea = await added(member);
  expect(idea).toMatchObject({ state: "idea", revision: 1, weight: 1, dates: [], restricted: false });
  expect(idea.ref).toMatch(/^CM-\d+$/);
  const at = { params: { ref: idea.ref } };
  await expect(
    member.call(routes.move, { ...at, body: { revision: 1, to: "accepted" } }),
  ).rejects.toMatchObject({
    code: "countermeasure.transition",
    fields: [{ path: ["body", "ownerId"], code: "countermeasure.owner_missing" }],
  });
  await expect(
    member.call(routes.move, { ...at, body: { revision: 1, to: "verified" } }),
  ).rejects.toMatchObject({
    code: "countermeasure.transition",
    fields: [{ path: ["body", "to"] }],
  });
  await member.call(routes.move, {
    ...at,
    body: { revision: 1, to: "accepted", ownerId: member.id, dueOn: "2026-05-10" },
  });
  const slipped = await member.call(routes.change, { ...at, body: { revision: 2, dueOn: "2026-06-01" } });
  expect(slipped.dates.map((date) => date.dueOn)).toEqual(["2026-05-10", "2026-06-01"]);
  await expect(
    member.call(routes.change, { ...at, body: { revision: 3, dueOn: null } }),
  ).rejects.toMatchObject({ code: "input.rule", fields: [{ path: ["body", "dueOn"] }] });
  await expect(
    member.call(routes.change, { ...at, body: { revision: 2, title: "late" } }),
  ).rejects.toMatchObject({ code: "conflict.revision", current: { revision: 3, title: "Alert at 80 %" } });
  await member.call(routes.move, { ...at, body: { revision: 3, to: "done" } });
  await expect(
    member.call(routes.move, { ...at, body: { revision: 4, to: "verified" } }),
  ).rejects.toMatchObject({
    fields: [{ path: ["body", "evidence"] }],
  });
  const evidence = { kind: "drill" as const, note: "Filled the queue again; paged after 40 s." };
  const verified = await member.call(routes.move, { ...at, body: { revision: 4, to: "verified", evidence } });
  expect(verified).toMatchObject({ state: "verified", evidence: { ...evidence, url: null } });
  const reopened = await member.call(routes.move, {
    ...at,
    body: { revision: 5, to: "in_progress", reason: "It filled up again." },
  });
  expect(reopened).toMatchObject({ evidence: null, reason: "It filled up again." });
});

test("the coach asks about wording that changes nothing in the system", async () => {
  const member = await app.as("member");
  const careful = await added(member, { title: "Be more careful when changing limits" });
  expect(careful.remarks.map((remark) => remark.ruleId)).toContain("be-more-careful");
  const listed = await member.call(routes.list, { query: { text: "more careful" } });
  expect(listed.items[0]?.remarks).toEqual(careful.remarks);
});

test("the same idea again is one countermeasure with weight", async () => {
  const member = await app.as("member");
  const kept = await added(member);
  const again = await added(member);
  const vote = { effect: 3, effort: 1 };
  await member.call(routes.vote, { params: { ref: again.ref }, body: vote });
  const merged = await member.call(routes.merge, { params: { ref: again.ref }, body: { into: kept.ref } });
  expect(merged).toMatchObject({ ref: kept.ref, weight: 2, revision: 2, votes: { count: 0 } });
  expect(merged.sources).toEqual([...kept.sources, ...again.sources]);
  expect(await member.call(routes.show, { params: { ref: again.ref } })).toMatchObject({
    state: "superseded",
    mergedInto: kept.ref,
    votes: { count: 1, mine: vote },
  });
  for (const [ref, into] of [
    [kept.ref, kept.ref],
    [kept.ref, again.ref],
    [again.ref, kept.ref],
  ] as const)
    await expect(member.call(routes.merge, { params: { ref }, body: { into } })).rejects.toMatchObject({
      code: "countermeasure.merge",
    });
});

test("votes are averages and mine; null takes mine back", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref } = await added(member);
  await member.call(routes.vote, { params: { ref }, body: { effect: 3, effort: 2 } });
  const both = await lead.call(routes.vote, { params: { ref }, body: { effect: 2, effort: 2 } });
  expect(both.votes).toEqual({ count: 2, effect: 2.5, effort: 2, mine: { effect: 2, effort: 2 } });
  const one = await lead.call(routes.vote, { params: { ref }, body: null });
  expect(one.votes).toEqual({ count: 1, effect: 3, effort: 2, mine: null });
});

test("for members while its retrospective is a draft, for everyone once it is published", async () => {
  const member = await app.as("member");
  const reader = await app.as("reader");
  const incident = await declared(member);
  const { ref } = await added(member, { incident });
  await expect(reader.call(routes.show, { params: { ref } })).rejects.toMatchObject({ code: "not_found" });
  await published(member, incident);
  expect((await reader.call(routes.show, { params: { ref } })).ref).toBe(ref);
  const later = await added(member, { incident });
  expect((await reader.call(routes.show, { params: { ref: later.id } })).ref).toBe(later.ref);
  await expect(
    reader.call(routes.vote, { params: { ref }, body: { effect: 1, effort: 1 } }),
  ).rejects.toMatchObject({ code: "permission.denied" });
});

test("a restricted source hides it, its events and its merging from everybody else", async () => {
  const lead = await app.as("lead");
  const member = await app.as("member");
  const incident = await declared(lead);
  const secret = await added(lead, { incident, title: "Rotate the keys" });
  const open = await added(member);
  const shown = await lead.call(incidentRoutes.show, { params: { ref: incident } });
  await lead.call(incidentRoutes.setAccess, {
    params: { ref: incident },
    body: { revision: shown.revision, restricted: true },
  });
  const at = { params: { ref: secret.ref } };
  const attempts = [
    member.call(routes.show, at),
    member.call(routes.show, { params: { ref: secret.id } }),
    member.call(routes.change, { ...at, body: { revision: 1, title: "x" } }),
    member.call(routes.vote, { ...at, body: null }),
    member.call(routes.merge, { params: { ref: open.ref }, body: { into: secret.ref } }),
    member.call(routes.list, { query: { incident } }),
    member.call(routes.add, { body: { title: "x", incident } }),
  ];
  const answers = await Promise.all(attempts.map((attempt) => attempt.catch((failure) => failure.code)));
  expect(answers).toEqual(attempts.map(() => "not_found"));
  const listed = await member.call(routes.list, { query: { text: "Rotate" } });
  expect(listed.items).toEqual([]);
  expect((await lead.call(routes.show, at)).restricted).toBe(true);
  await expect(
    lead.call(routes.merge, { params: { ref: secret.ref }, body: { into: open.ref } }),
  ).rejects.toMatchObject({
    code: "countermeasure.merge",
    fields: [{ code: "countermeasure.merge_other_readers" }],
  });
  const events = await app.spine.read(0, 10_000, { kind: "list", audiences: ["everyone", "members"] });
  expect(events.filter((event) => event.subjectId === secret.id)).toEqual([]);

  const restricted = await lead.call(incidentRoutes.show, { params: { ref: incident } });
  await lead.call(incidentRoutes.setAccess, {
    params: { ref: incident },
    body: { revision: restricted.revision, restricted: false },
  });
  expect((await member.call(routes.show, at)).title).toBe("Rotate the keys");
  const reader = await app.as("reader");
  await expect(reader.call(routes.show, at)).rejects.toMatchObject({ code: "not_found" });
});

test("what slips first is on top, page by page without gaps, and filters combine", async () => {
  const member = await app.as("member");
  const team = await (await app.as("lead")).call(teamRoutes.create, { body: { name: "Queues" } });
  const incident = await declared(member);
  for (const [title, dueOn] of [
    ["b 100%_sure", "2026-05-20"],
    ["a", "2026-05-08"],
    ["c", null],
    ["d", "2026-05-20"],
  ] as const) {
    const { ref } = await member.call(routes.add, {
      body: { title, incident, dueOn, teamId: team.id, kind: "detect", strength: "guard" },
    });
    if (dueOn !== null)
      await member.call(routes.move, {
        params: { ref },
        body: { revision: 1, to: "accepted", ownerId: member.id },
      });
  }
  now = "2026-05-12T10:00:00.000Z";
  const here = await member.call(routes.list, { query: { incident } });
  expect(here.items.map((item) => item.title)).toEqual(["a", "b 100%_sure", "d", "c"]);
  expect(here.items.map((item) => item.overdue)).toEqual([true, false, false, false]);
  const titles = async (query: Record<string, string>) =>
    (await member.call(routes.list, { query: { incident, ...query } })).items.map((item) => item.title);
  expect(await titles({ overdue: "true" })).toEqual(["a"]);
  expect(await titles({ owner: "none" })).toEqual(["c"]);
  expect(await titles({ owner: "me", state: "accepted,done" })).toEqual(["a", "b 100%_sure", "d"]);
  expect(await titles({ team: team.id, kind: "detect", strength: "guard,training", state: "idea" })).toEqual([
    "c",
  ]);
  expect(await titles({ text: "100%_S" })).toEqual(["b 100%_sure"]);
  expect(await titles({ text: "sur & 10" })).toEqual(["b 100%_sure"]);
  expect(await titles({ text: "ure" })).toEqual([]);

  const all = await member.call(routes.list, { query: { limit: "200" } });
  const paged = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < 50; turn += 1) {
    const page = await member.call(routes.list, {
      query: { limit: "3", ...(cursor === undefined ? {} : { cursor }) },
    });
    paged.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(paged).toEqual(all.items);
  const closed = all.items.map((item) => item.state === "superseded");
  expect(closed.indexOf(true)).toBe(all.items.length - closed.filter(Boolean).length);
});

test("bad input is refused with its place, and a repeated addition happens once", async () => {
  const member = await app.as("member");
  const incident = await declared(member);
  await expect(
    member.call(routes.add, {
      body: { title: "x", incident, ownerId: member.id, teamId: "00000000-0000-7000-8000-000000000000" },
    }),
  ).rejects.toMatchObject({ code: "input.rule", fields: [{ path: ["body", "teamId"] }] });
  for (const ref of ["CM-0", "CM-999999999", "INC-1", "nonsense", "'; drop table event; --"])
    await expect(member.call(routes.show, { params: { ref } })).rejects.toMatchObject({ code: "not_found" });
  await expect(member.call(routes.list, { query: { cursor: "W10" } })).rejects.toMatchObject({
    code: "input.invalid",
  });
  const input = { body: { title: "Once", incident } };
  const first = await member.call(routes.add, input, { idempotencyKey: "once" });
  const second = await member.call(routes.add, input, { idempotencyKey: "once" });
  expect(second).toEqual(first);
});
