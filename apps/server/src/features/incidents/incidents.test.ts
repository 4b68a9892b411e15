import { incidentRoutes } from "@morrow/contract/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { timelineRoutes } from "@morrow/contract/timeline";
import { peopleRoutes, teamRoutes, tokenRoutes } from "@morrow/contract/people";
import { emptyDocument } from "@morrow/domain/retrospectives";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

import { jsonb } from "../../platform/db/index.ts";
import { encodeCursor } from "../../platform/http/cursor.ts";
import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

async function declare(person: TestPerson, more: object = {}) {
  return person.call(incidentRoutes.declare, { body: { title: "Checkout is slow", severity: 2, ...more } });
}

async function milestone(person: TestPerson, ref: string, name: "resolved" | "mitigated", at?: string) {
  const when = at === undefined ? {} : { when: { at } };
  return person.call(timelineRoutes.add, { params: { ref }, body: { milestone: name, body: name, ...when } });
}

async function retrospective(incidentId: string, state: "draft" | "published"): Promise<string> {
  const id = uuidv7();
  const now = new Date().toISOString();
  const audience = state === "draft" ? "members" : "everyone";
  await app.database.db.write(async (trx) => {
    await trx
      .insertInto("retrospective")
      .values({
        id,
        incident_id: incidentId,
        audience,
        state,
        revision: 1,
        document: jsonb(emptyDocument),
        owner_id: null,
        facilitator_id: null,
        due_on: "2020-01-01",
        meeting: null,
        stakeholders: jsonb([]),
        created_at: now,
        saved_at: now,
        saved_by: null,
        published_at: null,
        published_by: null,
        published_revision: null,
      })
      .execute();
  });
  return id;
}

test("a title and a severity are enough", async () => {
  const member = await app.as("member");
  const incident = await declare(member);
  expect(incident).toMatchObject({
    ref: expect.stringMatching(/^INC-\d+$/),
    severity: 2,
    state: "open",
    kind: "incident",
    revision: 1,
    restricted: false,
    declaredBy: { id: member.id },
    retrospectiveRequired: true,
    decides: null,
    access: null,
  });
  expect(incident.milestones.declared?.at).toBe(incident.declaredAt);
  expect(incident.at).toBe(incident.declaredAt);
  expect(incident.severityHistory).toHaveLength(1);
  const byUuid = await member.call(incidentRoutes.show, { params: { ref: incident.id } });
  const byReference = await member.call(incidentRoutes.show, { params: { ref: incident.ref.toLowerCase() } });
  expect(byUuid).toEqual(incident);
  expect(byReference).toEqual(incident);
});

test("numbers have no gaps, even when declarations come together or fail", async () => {
  const member = await app.as("member");
  const first = await declare(member);
  const wrong = { detectedAt: "2026-01-01T00:00:00Z", startedAt: "2026-01-02T00:00:00Z" };
  const tries = [declare(member), declare(member, wrong).catch(() => null), declare(member), declare(member)];
  const numbers = (await Promise.all(tries)).flatMap((made) => (made === null ? [] : [numberOf(made.ref)]));
  const start = numberOf(first.ref);
  expect(numbers.toSorted((a, b) => a - b)).toEqual([start + 1, start + 2, start + 3]);
});

function numberOf(ref: string): number {
  return Number(ref.slice("INC-".length));
}

test("known times become milestones; impossible ones are refused with the reason and write nothing", async () => {
  const member = await app.as("member");
  const incident = await declare(member, {
    startedAt: "2026-05-01T10:00:00+02:00",
    detectedAt: "2026-05-01T08:20:00Z",
  });
  expect(incident.at).toBe("2026-05-01T08:00:00.000Z");
  expect(incident.durations.find(({ id }) => id === "time_to_detect")?.seconds).toBe(1_200);
  const head = await app.spine.head();
  await expect(
    declare(member, { startedAt: "2026-05-01T10:00:00Z", detectedAt: "2026-05-01T09:00:00Z" }),
  ).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ code: "milestone.out_of_order", path: ["body", "detectedAt"] }],
  });
  expect(await app.spine.head()).toBe(head);
});

test("the same declaration delivered twice is one incident", async () => {
  const member = await app.as("member");
  const call = () =>
    member.call(
      incidentRoutes.declare,
      { body: { title: "Twice", severity: 3 } },
      { idempotencyKey: "one-intention" },
    );
  const [first, second] = await Promise.all([call(), call()]);
  expect(second).toEqual(first);
  await expect(
    member.call(
      incidentRoutes.declare,
      { body: { title: "Else", severity: 3 } },
      { idempotencyKey: "one-intention" },
    ),
  ).rejects.toMatchObject({ code: "conflict.idempotency_key" });
});

test("a lost race answers with what is stored", async () => {
  const member = await app.as("member");
  const { ref } = await declare(member);
  const change = (title: string) =>
    member.call(incidentRoutes.change, { params: { ref }, body: { revision: 1, title, tags: ["a", "a"] } });
  const outcomes = await Promise.allSettled([change("First"), change("Second")]);
  const won = outcomes.find((outcome) => outcome.status === "fulfilled")?.value;
  const lost = outcomes.find((outcome) => outcome.status === "rejected")?.reason;
  expect(won).toMatchObject({ revision: 2, tags: ["a"] });
  expect(lost).toMatchObject({ code: "conflict.revision", current: { title: won?.title, revision: 2 } });
});

test("bad input has a code and a place, and unknown references do not exist", async () => {
  const member = await app.as("member");
  const { ref } = await declare(member);
  await expect(declare(member, { severity: 9 })).rejects.toMatchObject({
    code: "input.invalid",
    fields: [{ path: ["body", "severity"] }],
  });
  await expect(declare(member, { teamId: uuidv7() })).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ path: ["body", "teamId"] }],
  });
  for (const wrong of [
    "INC-999999",
    "INC-0",
    "' or 1=1 --",
    uuidv7(),
    "INC-99999999999999999999",
    "..",
    "%00",
  ])
    await expect(member.call(incidentRoutes.show, { params: { ref: wrong } })).rejects.toMatchObject({
      status: 404,
    });
  await expect(member.call(incidentRoutes.list, { query: { cursor: "nonsense" } })).rejects.toMatchObject({
    code: "input.invalid",
    fields: [{ path: ["query", "cursor"] }],
  });
  const person = { role: "scribe" as const, personId: uuidv7() };
  await expect(
    member.call(incidentRoutes.assumeRole, { params: { ref }, body: person }),
  ).rejects.toMatchObject({ code: "input.rule", fields: [{ path: ["body", "personId"] }] });
});

test("what the database cannot store or compare is refused before it gets there", async () => {
  const member = await app.as("member");
  const far = await declare(member, { startedAt: "2026-05-01T10:00:00+23:30" });
  expect(far.at).toBe("2026-04-30T10:30:00.000Z");
  const invalid = { code: "input.invalid" };
  for (const character of ["\u0000", "\ud800"]) {
    const links = [{ kind: "other", url: `https://example.test/${character}` }];
    await expect(declare(member, { links })).rejects.toMatchObject(invalid);
    await expect(declare(member, { title: `a${character}` })).rejects.toMatchObject(invalid);
    await expect(declare(member, { tags: [`a${character}`] })).rejects.toMatchObject(invalid);
    await expect(declare(member, { impact: { who: character } })).rejects.toMatchObject(invalid);
  }
  for (const at of ["0000-01-01T00:00:00Z", "2026-01-01T00:00:00+23:59", "infinity", 5]) {
    const query = { cursor: encodeCursor([at, far.id]) };
    await expect(member.call(incidentRoutes.list, { query })).rejects.toMatchObject(invalid);
  }
  const query = { cursor: encodeCursor(["2026-01-01T00:00:00Z", 2 ** 40, far.id]) };
  const params = { ref: far.ref };
  await expect(member.call(timelineRoutes.list, { params, query })).rejects.toMatchObject(invalid);
  const none = await app.request("/api/incidents?state=,&severity=&service=,%27%22%7B", {
    headers: { authorization: `Bearer ${member.secret}` },
  });
  expect(await none.json()).toEqual({ items: [], next: null });
});

test("severity changes keep their history", async () => {
  const member = await app.as("member");
  const { ref } = await declare(member);
  const body = { severity: 1 as const, reason: "All regions" };
  const after = await member.call(incidentRoutes.setSeverity, { params: { ref }, body });
  expect(after.severity).toBe(1);
  expect(after.severityHistory.map(({ severity, reason }) => [severity, reason])).toEqual([
    [2, ""],
    [1, "All regions"],
  ]);
});

test("who decides is always clear: commander, else deputy; liaison officers have one audience each", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref } = await declare(member);
  const assume = (body: object) =>
    member.call(incidentRoutes.assumeRole, {
      params: { ref },
      body: { role: "incident_commander", personId: member.id, ...body },
    });
  await assume({ role: "deputy", personId: lead.id });
  expect((await assume({})).decides?.id).toBe(member.id);
  const handed = await assume({ personId: lead.id, handover: "Database is next" });
  expect(handed.decides?.id).toBe(lead.id);
  const [, first, second] = handed.roles;
  expect(first).toMatchObject({ handover: "Database is next", relinquishedAt: expect.any(String) });
  expect(second?.relinquishedAt).toBeNull();
  const left = await member.call(incidentRoutes.relinquishRole, {
    params: { ref, assignment: second?.id ?? "" },
    body: { handover: "Going home" },
  });
  expect(left.decides?.id).toBe(lead.id);
  await expect(assume({ role: "liaison_officer" })).rejects.toMatchObject({ code: "input.rule" });
  await assume({ role: "liaison_officer", audience: "support" });
  const both = await assume({ role: "liaison_officer", audience: "suppliers", personId: lead.id });
  const officers = both.roles.filter(
    ({ role, relinquishedAt }) => role === "liaison_officer" && relinquishedAt === null,
  );
  expect(officers).toHaveLength(2);
});

test("the closing gate: resolved first, then published, not required, or waived by name", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref, id } = await declare(member);
  const close = (person: TestPerson, waiver?: { reason: string }) =>
    person.call(incidentRoutes.close, { params: { ref }, body: waiver === undefined ? {} : { waiver } });
  await expect(close(member)).rejects.toMatchObject({ code: "incident.not_resolved" });
  await milestone(member, ref, "resolved");
  await expect(close(member)).rejects.toMatchObject({ code: "incident.retrospective_missing" });
  await expect(close(member, { reason: "Known and understood" })).rejects.toMatchObject({
    code: "permission.denied",
  });
  await expect(close(lead, { reason: "short" })).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ path: ["body", "waiver", "reason"] }],
  });
  const closed = await close(lead, { reason: "Known and understood" });
  expect(closed).toMatchObject({
    state: "closed",
    waiver: { by: { id: lead.id }, reason: "Known and understood" },
  });
  await expect(close(lead)).rejects.toMatchObject({ code: "incident.closed" });

  const reopened = await member.call(incidentRoutes.reopen, {
    params: { ref },
    body: { reason: "It is back" },
  });
  expect(reopened).toMatchObject({ state: "resolved", waiver: null });
  const { items } = await member.call(timelineRoutes.list, {
    params: { ref },
    query: { withSuperseded: "true" },
  });
  expect(items.find((event) => event.milestone === "closed")?.withdrawn?.reason).toBe("It is back");
  await expect(
    member.call(incidentRoutes.reopen, { params: { ref }, body: { reason: "again" } }),
  ).rejects.toMatchObject({ code: "input.rule" });

  await retrospective(id, "published");
  expect(await close(member, { reason: "Not needed at all" })).toMatchObject({
    state: "closed",
    waiver: null,
  });
});

test("a severity that needs no retrospective closes without one", async () => {
  const member = await app.as("member");
  const { ref } = await declare(member, { severity: 5 });
  await milestone(member, ref, "resolved");
  const closed = await member.call(incidentRoutes.close, { params: { ref }, body: {} });
  expect(closed).toMatchObject({ state: "closed", retrospectiveRequired: false });
});

test("lists filter, page by key and show what is due", async () => {
  const member = await app.as("member");
  const tag = `list-${uuidv7()}`;
  const made = [];
  for (let day = 1; day <= 5; day += 1)
    made.push(
      await declare(member, {
        title: `Day 100%_${day}`,
        tags: [tag],
        services: [`s${day % 2}`],
        startedAt: `2025-01-0${day}T12:00:00Z`,
        severity: day,
      }),
    );
  const refs = made.map(({ ref }) => ref).toReversed();
  const list = async (query: object) => {
    const found = await member.call(incidentRoutes.list, { query: { tag, ...query } });
    return found.items.map(({ ref }) => ref);
  };
  const paged = [];
  let cursor: string | null | undefined;
  do {
    const query = { tag, limit: 2, ...(cursor ? { cursor } : {}) };
    const page = await member.call(incidentRoutes.list, { query });
    paged.push(...page.items.map(({ ref }) => ref));
    cursor = page.next;
  } while (cursor);
  expect(paged).toEqual(refs);
  expect(await list({ service: "s0" })).toEqual([refs[1], refs[3]]);
  expect(await list({ severity: "SEV1,2" })).toEqual([refs[3], refs[4]]);
  expect(await list({ after: "2025-01-02", before: "2025-01-04" })).toEqual([refs[2], refs[3]]);
  expect(await list({ text: "100%_3" })).toEqual([refs[2]]);
  expect(await list({ text: "%" })).toHaveLength(5);
  expect(await list({ text: "_3 & DA" })).toEqual([refs[2]]);
  expect(await list({ text: "ay" })).toEqual([]);
  expect(await list({ text: "day 'é\\:*" })).toEqual([]);
  expect(await list({ state: "closed" })).toEqual([]);
  for (const { ref } of made) await milestone(member, ref, "resolved");
  expect(await list({ needsRetrospective: "true" })).toEqual([refs[2], refs[3], refs[4]]);
  expect(await list({ needsRetrospective: "false" })).toEqual([refs[0], refs[1]]);
  await retrospective(made[0]!.id, "draft");
  await retrospective(made[1]!.id, "published");
  expect(await list({ needsRetrospective: "true" })).toEqual([refs[2], refs[4]]);

  const [draft] = (await member.call(incidentRoutes.list, { query: { tag, severity: "1" } })).items;
  expect(draft?.retrospective).toMatchObject({ state: "draft", overdue: true });
  const reader = await app.as("reader");
  const [unseen] = (await reader.call(incidentRoutes.list, { query: { tag, severity: "1" } })).items;
  expect(unseen?.retrospective).toBeNull();
  const facets = await member.call(incidentRoutes.facets, {});
  expect(facets.tags).toContain(tag);
});

test("a reader reads and changes nothing", async () => {
  const reader = await app.as("reader");
  const member = await app.as("member");
  const { ref } = await declare(member);
  await reader.call(incidentRoutes.show, { params: { ref } });
  const denied = { code: "permission.denied" };
  await expect(declare(reader)).rejects.toMatchObject(denied);
  await expect(milestone(reader, ref, "resolved")).rejects.toMatchObject(denied);
  await expect(
    member.call(incidentRoutes.setAccess, { params: { ref }, body: { revision: 1, restricted: true } }),
  ).rejects.toMatchObject(denied);
});

test("restricting hides everything from everybody else, also what was said before", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const named = await app.as("reader", "named");
  const other = await app.as("lead", "other");
  const { ref, id } = await declare(member, { title: "Secret leak" });
  const draft = await retrospective(id, "draft");
  const countermeasure = await countermeasureOf(id);
  const restrict = (revision: number) =>
    lead.call(incidentRoutes.setAccess, {
      params: { ref },
      body: { revision, restricted: true, personIds: [named.id] },
    });
  const restricted = await restrict(1);
  expect(restricted.access?.people.map((person) => person.id).toSorted()).toEqual(
    [lead.id, named.id].toSorted(),
  );
  await expect(restrict(1)).rejects.toMatchObject({ code: "conflict.revision" });

  await named.call(incidentRoutes.show, { params: { ref } });
  await (await app.as("admin")).call(incidentRoutes.show, { params: { ref } });
  const hidden = { code: "not_found", status: 404 };
  for (const person of [member, other]) {
    await expect(person.call(incidentRoutes.show, { params: { ref } })).rejects.toMatchObject(hidden);
    await expect(person.call(incidentRoutes.show, { params: { ref: id } })).rejects.toMatchObject(hidden);
    await expect(person.call(incidentRoutes.history, { params: { ref } })).rejects.toMatchObject(hidden);
    await expect(person.call(timelineRoutes.list, { params: { ref } })).rejects.toMatchObject(hidden);
    await expect(milestone(person, ref, "resolved")).rejects.toMatchObject(hidden);
    await expect(
      person.call(incidentRoutes.change, { params: { ref }, body: { revision: 2, title: "x" } }),
    ).rejects.toMatchObject(hidden);
    const { items } = await person.call(incidentRoutes.list, { query: { text: "Secret leak" } });
    expect(items).toEqual([]);
  }
  const open = { kind: "list" as const, audiences: ["everyone", "members"] };
  const log = await app.spine.read(0, 10_000, open);
  expect(log.filter((event) => event.incidentId === id || event.subjectId === countermeasure)).toEqual([]);
  expect(await audiencesOf(id, draft, countermeasure)).toEqual(Array(3).fill(`incident:${id}`));

  await expect(
    lead.call(incidentRoutes.assumeRole, { params: { ref }, body: { role: "scribe", personId: member.id } }),
  ).rejects.toMatchObject({ fields: [{ code: "person_without_access" }] });

  await lead.call(incidentRoutes.setAccess, { params: { ref }, body: { revision: 2, restricted: false } });
  expect(await audiencesOf(id, draft, countermeasure)).toEqual(["everyone", "members", "members"]);
  const shown = await member.call(incidentRoutes.history, { params: { ref } });
  expect(shown.items.map(({ what }) => what)).toEqual([
    "incident.access_changed",
    "incident.access_changed",
    "incident.declared",
  ]);
});

test("what is added while an incident is being restricted is as hidden as the rest", async () => {
  const lead = await app.as("lead");
  const { ref, id } = await declare(lead);
  const adding = Array.from({ length: 20 }, (_, n) =>
    lead.call(timelineRoutes.add, { params: { ref }, body: { body: `Entry ${n}` } }),
  );
  const body = { revision: 1, restricted: true };
  const restricting = lead.call(incidentRoutes.setAccess, { params: { ref }, body });
  const more = Array.from({ length: 20 }, (_, n) =>
    lead.call(timelineRoutes.add, { params: { ref }, body: { body: `Later ${n}` } }),
  );
  await Promise.all([...adding, restricting, ...more]);
  const log = await app.spine.read(0, 10_000);
  const audiences = new Set(log.filter((event) => event.incidentId === id).map((event) => event.audience));
  expect([...audiences]).toEqual([`incident:${id}`]);
});

test("a countermeasure from two incidents stays hidden while either is restricted", async () => {
  const lead = await app.as("lead");
  const [first, second] = [await declare(lead), await declare(lead)];
  const countermeasure = await countermeasureOf(first.id, second.id);
  const access = (ref: string, revision: number, restricted: boolean) =>
    lead.call(incidentRoutes.setAccess, { params: { ref }, body: { revision, restricted } });
  const audience = async () => (await audiencesOf(first.id, first.id, countermeasure)).at(-1);
  await access(first.ref, 1, true);
  await access(second.ref, 1, true);
  // Nobody is known to be on both lists: administrators only.
  expect(await audience()).toBe(`incident:${[first.id, second.id].toSorted().join("+")}`);
  await access(second.ref, 2, false);
  expect(await audience()).toBe(`incident:${first.id}`);
  await access(first.ref, 2, false);
  expect(await audience()).toBe("members");
});

async function countermeasureOf(...incidentIds: string[]): Promise<string> {
  const id = uuidv7();
  const at = new Date().toISOString();
  await app.spine.write({ actor: { kind: "system", personId: null } }, async (work) => {
    const last = await work.trx
      .selectFrom("countermeasure")
      .select("number")
      .orderBy("number", "desc")
      .executeTakeFirst();
    const unknown = {
      kind: null,
      strength: null,
      owner_id: null,
      owner_name: null,
      team_id: null,
      due_on: null,
    };
    const later = {
      priority: null,
      ticket: null,
      reason: null,
      evidence: null,
      merged_into: null,
      created_by: null,
    };
    const said = {
      number: (last?.number ?? 0) + 1,
      revision: 1,
      audience: "everyone",
      title: "Guard",
      body: "",
    };
    await work.trx
      .insertInto("countermeasure")
      .values({ id, ...said, ...unknown, ...later, state: "idea", created_at: at })
      .execute();
    const sources = incidentIds.map((incident_id) => ({ countermeasure_id: id, incident_id, added_at: at }));
    await work.trx.insertInto("countermeasure_source").values(sources).execute();
    const subject = { subjectKind: "countermeasure", subjectId: id, incidentId: null };
    work.record({
      what: "countermeasure.created",
      ...subject,
      audience: "everyone",
      data: { title: "Guard" },
    });
  });
  return id;
}

async function audiencesOf(incidentId: string, retrospectiveId: string, countermeasureId: string) {
  return app.database.db.read(async (trx) => {
    const of = (table: "incident" | "retrospective" | "countermeasure", id: string) =>
      trx.selectFrom(table).select("audience").where("id", "=", id).executeTakeFirst();
    const rows = [
      await of("incident", incidentId),
      await of("retrospective", retrospectiveId),
      await of("countermeasure", countermeasureId),
    ];
    return rows.flatMap((row) => (row === undefined ? [] : [row.audience]));
  });
}

test("a restricted incident is seen by its declarer and by the teams named", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const hidden = { code: "not_found" };
  const { ref, id } = await declare(member, { restricted: true });
  await member.call(incidentRoutes.show, { params: { ref } });
  await expect(lead.call(incidentRoutes.show, { params: { ref } })).rejects.toMatchObject(hidden);
  const log = await app.spine.read(0, 10_000, { kind: "list", audiences: ["everyone", "members"] });
  expect(log.filter((event) => event.incidentId === id)).toEqual([]);

  const onCall = await app.as("reader", "oncall");
  const team = await lead.call(teamRoutes.create, { body: { name: "Storage", memberIds: [onCall.id] } });
  const access = (revision: number, body: object) =>
    admin.call(incidentRoutes.setAccess, { params: { ref }, body: { revision, restricted: true, ...body } });
  const admin = await app.as("admin");
  const named = await access(1, { teamIds: [team.id] });
  expect(named.access).toMatchObject({
    people: [{ id: admin.id }],
    teams: [{ id: team.id, name: "Storage" }],
  });
  await onCall.call(incidentRoutes.show, { params: { ref } });
  await expect(member.call(incidentRoutes.show, { params: { ref } })).rejects.toMatchObject(hidden);
  await lead.call(teamRoutes.change, { params: { id: team.id }, body: { memberIds: [] } });
  await expect(onCall.call(incidentRoutes.show, { params: { ref } })).rejects.toMatchObject(hidden);
  for (const wrong of [{ teamIds: [uuidv7()] }, { personIds: [uuidv7()] }])
    await expect(access(2, wrong)).rejects.toMatchObject({ code: "input.rule" });
});

test("the log shows names, also of those who used a token", async () => {
  const member = await app.as("member");
  const { token, secret } = await member.call(tokenRoutes.create, {
    body: { name: "deploys", scopes: ["read", "write"] },
  });
  const answer = await app.request("/api/incidents", {
    method: "POST",
    headers: { authorization: `Bearer ${secret}`, "content-type": "application/json" },
    body: JSON.stringify({ title: "By token", severity: 4 }),
  });
  const { ref } = z.object({ ref: z.string() }).parse(await answer.json());
  await member.call(incidentRoutes.setSeverity, { params: { ref }, body: { severity: 3 } });
  const first = await member.call(incidentRoutes.history, { params: { ref }, query: { limit: 1 } });
  expect(first.items[0]).toMatchObject({
    what: "incident.severity_changed",
    by: { id: member.id, name: "member" },
    data: { before: 4, after: 3, reason: "" },
  });
  const rest = await member.call(incidentRoutes.history, {
    params: { ref },
    query: { cursor: first.next ?? "" },
  });
  expect(rest.items).toMatchObject([
    { what: "incident.declared", by: { id: member.id, name: "member (token “deploys”)" } },
  ]);
  expect(token.name).toBe("deploys");
});

test("the policy in force decides", async () => {
  const admin = await app.as("admin");
  const { policy, version } = await admin.call(policyRoutes.show, {});
  const severities = policy.severities.map((rule) => ({ ...rule, retrospectiveRequired: false }));
  await admin.call(policyRoutes.change, {
    body: { version, policy: { ...policy, severities }, note: "Test" },
  });
  const incident = await declare(admin, { severity: 1 });
  expect(incident.retrospectiveRequired).toBe(false);
  await admin.call(policyRoutes.change, { body: { version: version + 1, policy, note: "Back" } });
  expect((await admin.call(peopleRoutes.list, {})).items.length).toBeGreaterThan(0);
});
