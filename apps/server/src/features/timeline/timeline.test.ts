import { incidentRoutes } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";
import { createImportedIncident } from "../incidents/index.ts";

let app: TestApp;
let member: TestPerson;
beforeAll(async () => {
  app = await openTestApp();
  member = await app.as("member");
});
afterAll(() => app.close());

async function declare(): Promise<string> {
  const body = { title: "Queue grows", severity: 3 as const, startedAt: "2026-05-01T08:00:00Z" };
  return (await member.call(incidentRoutes.declare, { body })).ref;
}

const add = (ref: string, body: object, person: TestPerson = member) =>
  person.call(timelineRoutes.add, { params: { ref }, body: { body: "Something", ...body } });
const list = (ref: string, query: object = {}) =>
  member.call(timelineRoutes.list, { params: { ref }, query });
const correct = (ref: string, event: string, body: object) =>
  member.call(timelineRoutes.correct, { params: { ref, event }, body: { body: "Something else", ...body } });
const withdraw = (ref: string, event: string, reason = "Wrong incident") =>
  member.call(timelineRoutes.withdraw, { params: { ref, event }, body: { reason } });
const show = (ref: string) => member.call(incidentRoutes.show, { params: { ref } });

test("late entries stand where they happened, page by page", async () => {
  const ref = await declare();
  for (const minute of ["30", "10", "20", "10"])
    await add(ref, { when: { at: `2026-05-01T08:${minute}:00Z` }, body: minute });
  const all = await list(ref);
  const bodies = all.items.map((event) => event.body);
  expect(bodies.slice(1, 5)).toEqual(["10", "10", "20", "30"]);
  const [first, second] = all.items.filter((event) => event.body === "10");
  expect((first?.recordedAt ?? "") <= (second?.recordedAt ?? "")).toBe(true);
  const paged = [];
  let cursor: string | null | undefined;
  do {
    const page = await list(ref, { limit: 2, ...(cursor ? { cursor } : {}) });
    paged.push(...page.items);
    cursor = page.next;
  } while (cursor);
  expect(paged).toEqual(all.items);
});

test("an entry keeps who, what, zone and precision as they were given", async () => {
  const ref = await declare();
  const event = await add(ref, {
    when: { local: "2026-05-01 10:05", zone: "Europe/Berlin", given: "kurz nach zehn" },
    kind: "action",
    actor: "the deploy job",
    body: "Rolled back",
    evidence: [{ kind: "link", url: "https://ci.example.test/42", label: "build" }],
    starred: true,
  });
  expect(event).toMatchObject({
    at: "2026-05-01T08:05:00.000Z",
    zone: "Europe/Berlin",
    precision: "minute",
    given: "kurz nach zehn",
    source: "person",
    kind: "action",
    actor: "the deploy job",
    recordedBy: { id: member.id },
    starred: true,
    revision: 1,
  });
  expect((await list(ref, { starred: "true" })).items).toEqual([event]);
  expect((await list(ref, { kind: "action" })).items).toEqual([event]);
});

test("clock changes are asked, not guessed", async () => {
  const ref = await declare();
  const at = (local: string, more: object = {}) =>
    add(ref, { when: { local, zone: "Europe/Berlin", ...more } });
  await expect(at("2026-03-29 02:30")).rejects.toMatchObject({
    code: "input.rule",
    fields: [
      {
        code: "time.does_not_exist",
        path: ["body", "when", "local"],
        choices: [expect.any(String), expect.any(String)],
      },
    ],
  });
  await expect(at("2026-10-25 02:30")).rejects.toMatchObject({
    fields: [{ code: "time.happens_twice", choices: ["2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"] }],
  });
  expect((await at("2026-10-25 02:30", { disambiguation: "later" })).at).toBe("2026-10-25T01:30:00.000Z");
  await expect(at("2026-02-30 10:00")).rejects.toMatchObject({ fields: [{ code: "time.impossible" }] });
  await expect(at("1815-06-18 11:30")).rejects.toMatchObject({ fields: [{ code: "time.out_of_range" }] });
  const mars = { when: { at: "2026-05-01T08:05:00Z", zone: "Mars/Olympus" } };
  await expect(add(ref, mars)).rejects.toMatchObject({
    fields: [{ code: "time.unknown_zone", path: ["body", "when", "zone"] }],
  });
});

test("milestones make state and durations; a negative duration is refused with the reason", async () => {
  const ref = await declare();
  await add(ref, { milestone: "detected", kind: "detection", when: { at: "2026-05-01T08:10:00Z" } });
  const resolved = await add(ref, { milestone: "resolved", when: { at: "2026-05-01T09:00:00Z" } });
  expect(resolved.kind).toBe("milestone");
  const incident = await show(ref);
  expect(incident).toMatchObject({ state: "resolved", resolvedAt: "2026-05-01T09:00:00.000Z" });
  expect(incident.durations.find(({ id }) => id === "duration")?.seconds).toBe(3_600);
  await expect(
    add(ref, { milestone: "detected", when: { at: "2026-05-01T07:00:00Z" } }),
  ).rejects.toMatchObject({
    code: "input.rule",
    fields: [{ code: "milestone.out_of_order", path: ["body", "when"] }],
  });
  const later = await correct(ref, resolved.id, {
    milestone: "resolved",
    when: { at: "2026-05-01T10:00:00Z" },
  });
  expect((await show(ref)).resolvedAt).toBe("2026-05-01T10:00:00.000Z");
  await withdraw(ref, later.id);
  expect(await show(ref)).toMatchObject({ state: "open", resolvedAt: null });
  await expect(add(ref, { kind: "milestone" })).rejects.toMatchObject({
    fields: [{ code: "milestone_missing" }],
  });
});

test("nobody walks around the closing gate", async () => {
  const ref = await declare();
  const refused = { code: "input.rule", fields: [{ code: "milestone_closed" }] };
  await expect(add(ref, { milestone: "closed" })).rejects.toMatchObject(refused);
  const note = await add(ref, {});
  await expect(correct(ref, note.id, { milestone: "closed" })).rejects.toMatchObject(refused);
  await member.call(incidentRoutes.setSeverity, { params: { ref }, body: { severity: 5 } });
  await add(ref, { milestone: "resolved" });
  await member.call(incidentRoutes.close, { params: { ref }, body: {} });
  const closed = (await list(ref)).items.find((event) => event.milestone === "closed");
  await expect(withdraw(ref, closed?.id ?? "")).rejects.toMatchObject(refused);
});

test("a correction supersedes, keeps the time unless told, and of two one loses", async () => {
  const ref = await declare();
  const event = await add(ref, { when: { at: "2026-05-01T08:30:00Z" }, body: "Frst" });
  const outcomes = await Promise.allSettled([
    correct(ref, event.id, { body: "First" }),
    correct(ref, event.id, { body: "Fourth" }),
  ]);
  const won = outcomes.find((outcome) => outcome.status === "fulfilled")?.value;
  const lost = outcomes.find((outcome) => outcome.status === "rejected")?.reason;
  expect(won).toMatchObject({ at: event.at, supersedes: event.id, supersededBy: null });
  expect(lost).toMatchObject({ code: "conflict.revision", current: { id: won?.id, body: won?.body } });
  await expect(withdraw(ref, event.id)).rejects.toMatchObject({ code: "conflict.revision" });
  const shown = (await list(ref)).items.map(({ id }) => id);
  expect(shown).toContain(won?.id);
  expect(shown).not.toContain(event.id);
  const whole = (await list(ref, { withSuperseded: "true" })).items;
  const news = await list(ref, { ids: `${event.id},${won?.id}` });
  expect(new Set(news.items.map(({ id }) => id))).toEqual(new Set([event.id, won?.id]));
  expect(whole.find(({ id }) => id === event.id)).toMatchObject({
    body: "Frst",
    supersededBy: won?.id,
    revision: 2,
  });
});

test("withdrawing keeps the record; withdrawing twice is a lost race", async () => {
  const ref = await declare();
  const event = await add(ref, {});
  const gone = await withdraw(ref, event.id, "Another incident");
  expect(gone.withdrawn).toMatchObject({ reason: "Another incident", by: { id: member.id } });
  await expect(withdraw(ref, event.id)).rejects.toMatchObject({
    code: "conflict.revision",
    current: { id: event.id, withdrawn: { reason: "Another incident" } },
  });
  expect((await list(ref)).items.map(({ id }) => id)).not.toContain(event.id);
});

test("stars, and entries delivered twice", async () => {
  const ref = await declare();
  const call = () =>
    member.call(
      timelineRoutes.add,
      { params: { ref }, body: { body: "Once" } },
      { idempotencyKey: `once-${ref}` },
    );
  const [first, second] = await Promise.all([call(), call()]);
  expect(second).toEqual(first);
  const params = { ref, event: first.id };
  const starred = await member.call(timelineRoutes.star, { params, body: { starred: true } });
  expect(starred).toMatchObject({ starred: true, revision: 2 });
  const same = await member.call(timelineRoutes.star, { params, body: { starred: true } });
  expect(same.revision).toBe(2);
});

test("an event of another incident does not exist here, and readers only read", async () => {
  const [ref, other] = [await declare(), await declare()];
  const event = await add(other, {});
  await expect(correct(ref, event.id, {})).rejects.toMatchObject({ code: "not_found" });
  await expect(withdraw(ref, uuidv7())).rejects.toMatchObject({ code: "not_found" });
  const reader = await app.as("reader");
  expect((await reader.call(timelineRoutes.list, { params: { ref: other } })).items).toHaveLength(3);
  await expect(add(other, {}, reader)).rejects.toMatchObject({ code: "permission.denied" });
  const image = { kind: "image", attachmentId: uuidv7() };
  await expect(add(ref, { evidence: [image] })).rejects.toMatchObject({
    fields: [{ code: "unknown_image" }],
  });
  await expect(add(ref, { body: "  " })).rejects.toMatchObject({ fields: [{ code: "empty" }] });
  const script = await add(ref, { body: "<script>alert(1)</script> ' or 1=1" });
  expect(script.body).toBe("<script>alert(1)</script> ' or 1=1");
});

test("an imported account keeps its order, its gaps and its contradictions", async () => {
  const timeline = [
    { at: "2020-01-01T10:00:00Z", kind: "note" as const, body: "b first" },
    { at: "2020-01-01T10:00:00Z", kind: "note" as const, body: "a second" },
    { at: null, given: "some time later", kind: "note" as const, body: "no time" },
    { at: "2020-01-01T09:00:00Z", milestone: "resolved" as const, kind: "milestone" as const, body: "end" },
    { at: "2020-01-01T09:30:00Z", milestone: "started" as const, kind: "milestone" as const, body: "start" },
  ];
  const facts = { title: "From a file", by: member.id, severity: null, restricted: false };
  const made = await app.spine.write({ actor: { kind: "person", personId: member.id } }, (work) =>
    createImportedIncident(work, { ...facts, timeline }),
  );
  expect(made.problems).toMatchObject([{ code: "milestone.out_of_order" }]);
  const ref = made.incident.id;
  expect((await list(ref)).items.map((event) => event.body)).toEqual([
    "end",
    "start",
    "b first",
    "a second",
    "no time",
  ]);
  const page = await list(ref, { limit: 4 });
  const last = await list(ref, { cursor: page.next ?? "" });
  expect(last.items).toMatchObject([{ at: null, given: "some time later", source: "import" }]);
  expect(await show(ref)).toMatchObject({
    severity: null,
    state: "resolved",
    at: "2020-01-01T09:30:00.000Z",
  });
  // The old contradiction does not stand in the way of new entries.
  await add(ref, { milestone: "acknowledged", when: { at: "2020-01-01T09:45:00Z" } });
  const empty = await app.spine.write({ actor: { kind: "person", personId: member.id } }, (work) =>
    createImportedIncident(work, { ...facts, timeline: [] }),
  );
  expect(await show(empty.incident.id)).toMatchObject({ at: null, milestones: {}, state: "open" });
});
