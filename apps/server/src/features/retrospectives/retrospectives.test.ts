import { incidentRoutes } from "@morrow/contract/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { coachRoutes, retrospectiveRoutes as routes } from "@morrow/contract/retrospectives";
import { emptyDocument } from "@morrow/domain/retrospectives";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

let app: TestApp;
let now = "2026-05-04T10:00:00.000Z";
beforeAll(async () => {
  app = await openTestApp({ now: () => now });
});
afterAll(() => app.close());

function later(minutes: number): void {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
}

async function declared(by: TestPerson, fields: { restricted?: boolean } = {}): Promise<string> {
  const incident = await by.call(incidentRoutes.declare, {
    body: { title: "The queue ran full", severity: 1, services: ["payments"], tags: ["queue"], ...fields },
  });
  return incident.ref;
}

async function started(by: TestPerson) {
  const ref = await declared(by);
  return { ref, retrospective: await by.call(routes.start, { params: { ref }, body: {} }) };
}

const told = { ...emptyDocument, lesson: "A full queue stops everything.", narrative: "It filled up." };

test("one retrospective an incident, with a due date in working days and proposed stakeholders", async () => {
  const member = await app.as("member");
  const { ref, retrospective } = await started(member);
  // Monday plus the three working days of SEV1.
  expect(retrospective).toMatchObject({ state: "draft", revision: 1, dueOn: "2026-05-07", overdue: false });
  expect(retrospective.stakeholders).toEqual([
    {
      person: { id: member.id, name: "member" },
      name: "member",
      group: "identified",
      because: "declared the incident",
    },
  ]);
  expect(retrospective.missingGroups).not.toContain("identified");
  await expect(member.call(routes.start, { params: { ref }, body: {} })).rejects.toMatchObject({
    code: "retrospective.exists",
  });
  const byId = await member.call(routes.show, { params: { ref: retrospective.incident.id } });
  expect(byId.id).toBe(retrospective.id);
});

test("two writers on one document: one wins, the other gets what is stored", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref } = await started(member);
  const saves = await Promise.allSettled([
    member.call(routes.save, {
      params: { ref },
      body: { revision: 1, document: { ...told, narrative: "mine" } },
    }),
    lead.call(routes.save, {
      params: { ref },
      body: { revision: 1, document: { ...told, narrative: "theirs" } },
    }),
  ]);
  const won = saves.filter((save) => save.status === "fulfilled");
  const lost = saves.filter((save) => save.status === "rejected");
  expect([won.length, lost.length]).toEqual([1, 1]);
  expect(lost[0]!.reason).toMatchObject({
    code: "conflict.revision",
    current: { revision: 2, document: won[0]!.value.document },
  });
});

test("a sitting is one entry of the history; others, notes, ten minutes and publishing end it", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref } = await started(member);
  const save = (by: TestPerson, revision: number, narrative: string, note: string | null = null) =>
    by.call(routes.save, { params: { ref }, body: { revision, document: { ...told, narrative }, note } });
  const numbers = async () =>
    (await member.call(routes.revisions, { params: { ref } })).items.map((item) => item.number);
  await save(member, 1, "a");
  await save(member, 2, "b");
  expect(await numbers()).toEqual([3]);
  await save(lead, 3, "c");
  await save(lead, 4, "d", "after the meeting");
  expect(await numbers()).toEqual([5, 3]);
  await save(lead, 5, "e");
  expect(await numbers()).toEqual([6, 5, 3]);
  later(9);
  await save(lead, 6, "f");
  later(2);
  await save(lead, 7, "g");
  expect(await numbers()).toEqual([8, 7, 5, 3]);
  await lead.call(routes.publish, { params: { ref }, body: { revision: 8 } });
  await save(lead, 9, "h");
  expect(await numbers()).toEqual([10, 8, 7, 5, 3]);

  const restored = await lead.call(routes.restore, {
    params: { ref, number: "3" },
    body: { revision: 10 },
  });
  expect(restored).toMatchObject({ revision: 11, document: { narrative: "b" }, publishedRevision: 8 });
  const page = await member.call(routes.revisions, { params: { ref }, query: { limit: "2" } });
  expect(page.items).toMatchObject([{ number: 11, note: "Restored from revision 3" }, { number: 10 }]);
  const rest = await member.call(routes.revisions, { params: { ref }, query: { cursor: page.next! } });
  expect(rest.items.map((item) => item.number)).toEqual([8, 7, 5, 3]);
  expect(rest.items[0]!.published).toBe(true);
  const earlier = await member.call(routes.revision, { params: { ref, number: "5" } });
  expect(earlier).toMatchObject({ document: { narrative: "d" }, note: "after the meeting" });
  await expect(
    member.call(routes.revision, { params: { ref, number: "99999999999" } }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("the plan: people, meeting, stakeholders and a facilitator who was involved", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref } = await started(member);
  const meeting = { at: "2026-05-06T08:00:00Z", zone: "Europe/Berlin", minutes: 60, place: "Room 4" };
  const planned = await member.call(routes.plan, {
    params: { ref },
    body: {
      revision: 1,
      ownerId: lead.id,
      facilitatorId: member.id,
      meeting,
      stakeholders: [
        { personId: member.id, group: "identified" },
        { name: "A customer", group: "affected" },
      ],
    },
  });
  expect(planned.facilitatorWarning).toContain("member declared the incident");
  expect(planned).toMatchObject({
    revision: 2,
    owner: { id: lead.id },
    meeting,
    facilitator: { id: member.id },
  });
  expect(planned.stakeholders).toMatchObject([
    { name: "member", because: "declared the incident" },
    { name: "A customer", person: null, because: "" },
  ]);
  expect(planned.missingGroups).toEqual(["contributed", "responded", "diagnosed", "interested"]);
  const ics = await member.open(routes.calendar, { params: { ref } });
  expect(ics.headers.get("content-type")).toContain("text/calendar");
  const calendar = (await ics.text()).replaceAll("\r\n ", "");
  expect(calendar).toContain("SEQUENCE:2");
  expect(calendar).toContain(`URL:http://morrow.test/incidents/${ref}/retrospective`);
  expect(calendar).toContain("DTSTART;TZID=Europe/Berlin:20260506T100000");
  expect(calendar).toContain("mailto:lead@example.test");

  const bad = { revision: 2, stakeholders: [{ group: "affected" as const }] };
  await expect(member.call(routes.plan, { params: { ref }, body: bad })).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ path: ["body", "stakeholders", "0", "name"] }],
  });
  const nowhere = { revision: 2, meeting: { ...meeting, zone: "Mars/Olympus" } };
  await expect(member.call(routes.plan, { params: { ref }, body: nowhere })).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ path: ["body", "meeting", "zone"] }],
  });
  const unknown = { revision: 2, ownerId: "00000000-0000-7000-8000-000000000000" };
  await expect(member.call(routes.plan, { params: { ref }, body: unknown })).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ path: ["body", "ownerId"], code: "unknown_person" }],
  });
  const agenda = await member.call(routes.agenda, { params: { ref }, query: { minutes: "45" } });
  expect(agenda.items.reduce((sum, item) => sum + item.minutes, 0)).toBe(45);
});

test("a document whose parts do not fit is refused with the place", async () => {
  const member = await app.as("member");
  const { ref } = await started(member);
  const document = { ...told, connections: [{ from: "a", to: "b" }] };
  await expect(
    member.call(routes.save, { params: { ref }, body: { revision: 1, document } }),
  ).rejects.toMatchObject({
    code: "input.rule",
    fields: [
      { path: ["body", "document", "connections", "0", "from"] },
      { path: ["body", "document", "connections", "0", "to"] },
    ],
  });
});

test("a draft is for members, a published one for everyone; an empty one is not published", async () => {
  const member = await app.as("member");
  const reader = await app.as("reader");
  const { ref } = await started(member);
  const shown = () => reader.call(routes.show, { params: { ref } });
  await expect(shown()).rejects.toMatchObject({ code: "not_found" });
  await expect(member.call(routes.publish, { params: { ref }, body: { revision: 1 } })).rejects.toMatchObject(
    {
      code: "retrospective.not_ready",
      fields: [{ path: ["document", "narrative"] }],
    },
  );
  await member.call(routes.save, { params: { ref }, body: { revision: 1, document: told } });
  const published = await member.call(routes.publish, { params: { ref }, body: { revision: 2 } });
  expect(published).toMatchObject({ state: "published", publishedRevision: 2, revision: 3, readCount: 0 });
  expect((await shown()).document).toEqual(told);

  for (const person of [reader, reader, member]) await person.call(routes.read, { params: { ref } });
  expect((await shown()).readCount).toBe(2);
  await expect(
    reader.call(routes.save, { params: { ref }, body: { revision: 3, document: told } }),
  ).rejects.toMatchObject({ code: "permission.denied" });

  later(1);
  const revised = await member.call(routes.save, {
    params: { ref },
    body: { revision: 3, document: { ...told, narrative: "Now we know more." } },
  });
  expect(revised).toMatchObject({ state: "published", publishedRevision: 2 });
  expect(revised.savedAt > revised.publishedAt!).toBe(true);
  const events = await app.spine.read(0, 10_000);
  const mine = events.filter((event) => event.subjectId === published.id);
  expect(mine.map((event) => [event.what, event.audience])).toContainEqual([
    "retrospective.published",
    "everyone",
  ]);
  // Readings leave no trace of who read.
  expect(mine.every((event) => event.actorId === member.id)).toBe(true);
});

test("the coach blocks publishing only where the organisation says so", async () => {
  const member = await app.as("member");
  const admin = await app.as("admin");
  const { ref } = await started(member);
  const document = { ...told, narrative: "The alert should have paged the on-call engineer." };
  await member.call(routes.save, { params: { ref }, body: { revision: 1, document } });
  const policy = await admin.call(policyRoutes.show, {});
  const blocking = await admin.call(policyRoutes.change, {
    body: {
      version: policy.version,
      policy: { ...policy.policy, publishingBlockedBy: ["counterfactual"] },
      note: "try",
    },
  });
  await expect(member.call(routes.publish, { params: { ref }, body: { revision: 2 } })).rejects.toMatchObject(
    {
      code: "retrospective.not_ready",
      fields: [{ path: ["document", "remarks", "counterfactual"] }],
    },
  );
  await admin.call(policyRoutes.change, {
    body: { version: blocking.version, policy: policy.policy, note: "back" },
  });
  await member.call(routes.publish, { params: { ref }, body: { revision: 2 } });
});

test("accounts of others open when mine is saved, or when the text is published", async () => {
  const member = await app.as("member");
  const lead = await app.as("lead");
  const { ref } = await started(member);
  const account = { saw: "Red", knew: "Little", did: "Restarted", madeSense: "It had helped before" };
  const first = await member.call(routes.writePerspective, {
    params: { ref },
    body: { revision: null, ...account },
  });
  expect(await lead.call(routes.perspectives, { params: { ref } })).toEqual({
    mine: null,
    others: [],
    hidden: 1,
  });
  await lead.call(routes.writePerspective, { params: { ref }, body: { revision: null, ...account } });
  const both = await lead.call(routes.perspectives, { params: { ref } });
  expect(both).toMatchObject({ mine: { revision: 1 }, others: [{ person: { name: "member" } }], hidden: 0 });
  await expect(
    member.call(routes.writePerspective, { params: { ref }, body: { revision: null, ...account } }),
  ).rejects.toMatchObject({ code: "conflict.revision", current: { id: first.id } });
});

test("a restricted incident's retrospective does not exist for others", async () => {
  const lead = await app.as("lead");
  const member = await app.as("member");
  const ref = await declared(lead, { restricted: true });
  const retrospective = await lead.call(routes.start, { params: { ref }, body: {} });
  await lead.call(routes.save, { params: { ref }, body: { revision: 1, document: told } });
  await lead.call(routes.publish, { params: { ref }, body: { revision: 2 } });
  const attempts = [
    member.call(routes.show, { params: { ref } }),
    member.call(routes.save, { params: { ref }, body: { revision: 3, document: told } }),
    member.call(routes.publish, { params: { ref }, body: { revision: 3 } }),
    member.call(routes.revisions, { params: { ref } }),
    member.call(routes.perspectives, { params: { ref } }),
    member.call(routes.read, { params: { ref } }),
    member.open(routes.export, { params: { ref }, query: { format: "json" } }),
    member.call(routes.show, { params: { ref: retrospective.incident.id } }),
    member.call(routes.show, { params: { ref: "'; drop table incident; --" } }),
  ];
  const answers = await Promise.all(attempts.map((attempt) => attempt.catch((failure) => failure.code)));
  expect(answers).toEqual(attempts.map(() => "not_found"));
  const listed = await member.call(routes.list, { query: { limit: "200" } });
  expect(listed.items.some((item) => item.id === retrospective.id)).toBe(false);
  const own = await lead.call(routes.list, { query: { limit: "200" } });
  expect(own.items.find((item) => item.id === retrospective.id)?.incident.restricted).toBe(true);
});

test("lists: drafts by date, then publications, page by page without gaps", async () => {
  const member = await app.as("member");
  const all = await member.call(routes.list, { query: { limit: "200" } });
  const paged = [];
  let cursor: string | undefined;
  for (let turn = 0; turn < 50; turn += 1) {
    const page = await member.call(routes.list, {
      query: { limit: "2", ...(cursor === undefined ? {} : { cursor }) },
    });
    paged.push(...page.items);
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(paged).toEqual(all.items);
  const states = all.items.map((item) => item.state);
  expect(states.lastIndexOf("draft")).toBeLessThan(states.indexOf("published"));
  const none = await member.call(routes.list, { query: { service: "elsewhere" } });
  expect(none.items).toEqual([]);
  const mine = await member.call(routes.list, { query: { mine: "true", tag: "queue" } });
  expect(mine.items.every((item) => item.facilitator?.id === member.id)).toBe(true);
  await expect(member.call(routes.list, { query: { cursor: "nonsense" } })).rejects.toMatchObject({
    code: "input.invalid",
  });
});

test("overdue drafts are known by the policy's zone", async () => {
  const member = await app.as("member");
  const { ref, retrospective } = await started(member);
  const before = now;
  now = "2026-05-20T10:00:00.000Z";
  const overdue = await member.call(routes.list, { query: { overdue: "true", limit: "200" } });
  expect(overdue.items.map((item) => item.id)).toContain(retrospective.id);
  expect((await member.call(routes.show, { params: { ref } })).overdue).toBe(true);
  now = before;
});

test("exports are files that no page of ours runs", async () => {
  const member = await app.as("member");
  const { ref, retrospective } = await started(member);
  const document = { ...told, narrative: "Hello <script>alert(1)</script> **there**" };
  await member.call(routes.save, { params: { ref }, body: { revision: 1, document } });
  const open = (format: "markdown" | "html" | "json" | "original") =>
    member.open(routes.export, { params: { ref }, query: { format } });
  for (const format of ["markdown", "html", "json"] as const) {
    const response = await open(format);
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="INC-\d+-the-queue-ran-full\.(md|html|json)"$/,
    );
    expect(response.headers.get("content-security-policy")).toMatch(/^sandbox/);
  }
  expect(await (await open("markdown")).text()).toContain("**there**");
  const html = await (await open("html")).text();
  expect(html).toContain("<strong>there</strong>");
  expect(html).not.toContain("<script");
  const json = await (await open("json")).json();
  expect(json).toMatchObject({ retrospective: { id: retrospective.id, document }, incident: { ref } });
  await expect(open("original")).rejects.toMatchObject({ code: "not_found" });
});

test("the coach reads short and long texts alike, and keeps nothing", async () => {
  const reader = await app.as("member");
  const sentence = "The alert should have paged the on-call engineer.";
  const short = await reader.call(coachRoutes.check, { body: { markdown: sentence } });
  expect(short.remarks[0]).toMatchObject({ ruleId: "counterfactual", line: 1 });
  const long = await reader.call(coachRoutes.check, {
    body: { markdown: `${"The queue was full at ten.\n\n".repeat(400)}${sentence}` },
  });
  expect(long.remarks).toMatchObject([{ ruleId: "counterfactual", line: 801 }]);
  await expect(
    reader.call(coachRoutes.check, { body: { markdown: "x".repeat(2_000_001) } }),
  ).rejects.toMatchObject({ code: "input.invalid" });
});

test("a repeated start is answered with the first answer", async () => {
  const member = await app.as("member");
  const ref = await declared(member);
  const input = { params: { ref }, body: {} };
  const first = await member.call(routes.start, input, { idempotencyKey: "start-once" });
  const second = await member.call(routes.start, input, { idempotencyKey: "start-once" });
  expect(second).toEqual(first);
});
