import { incidentRoutes } from "@morrow/contract/incidents";
import { retrospectiveRoutes as routes } from "@morrow/contract/retrospectives";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp({});
});
afterAll(() => app.close());

async function started(by: TestPerson): Promise<{ params: { ref: string } }> {
  const { ref } = await by.call(incidentRoutes.declare, {
    body: { title: "The queue ran full", severity: 2 },
  });
  await by.call(routes.start, { params: { ref }, body: {} });
  return { params: { ref } };
}

const narrative = { section: "narrative" as const };

test("a comment stands beside the words it is about, with its replies, oldest first", async () => {
  const [member, lead] = [await app.as("member"), await app.as("lead")];
  const at = await started(member);
  const first = await member.call(routes.comment, {
    ...at,
    body: { ...narrative, quote: "the queue ran full", body: "Which one?" },
  });
  const reply = await lead.call(routes.comment, {
    ...at,
    body: { section: "lucky", body: "The intake queue.", replyTo: first.id },
  });
  const again = await member.call(routes.comment, {
    ...at,
    body: { ...narrative, body: "Thanks.", replyTo: reply.id },
  });

  expect(reply).toMatchObject({ section: "narrative", replyTo: first.id, quote: "" });
  expect(again).toMatchObject({ replyTo: first.id });
  const page = await member.call(routes.comments, { ...at, query: { limit: "2" } });
  expect(page.items.map(({ body }) => body)).toEqual(["Which one?", "The intake queue."]);
  const rest = await member.call(routes.comments, { ...at, query: { cursor: page.next! } });
  expect(rest.items.map(({ id }) => id)).toEqual([again.id]);
  expect(page.items[0]).toMatchObject({
    person: { id: member.id },
    quote: "the queue ran full",
    settled: null,
  });
});

test("only its author changes or withdraws a comment; anybody who writes settles a thread, and an answer reopens it", async () => {
  const [member, lead] = [await app.as("member"), await app.as("lead")];
  const at = await started(member);
  const { id } = await member.call(routes.comment, { ...at, body: { ...narrative, body: "Is this so?" } });
  const change = (by: TestPerson, body: object) =>
    by.call(routes.changeComment, {
      params: { ...at.params, comment: id },
      body: body as { revision: number },
    });

  await expect(change(lead, { revision: 1, body: "Mine now" })).rejects.toMatchObject({
    code: "comment.not_yours",
  });
  await expect(change(lead, { revision: 1, withdrawn: true })).rejects.toMatchObject({
    code: "comment.not_yours",
  });
  expect(await change(lead, { revision: 1, settled: true })).toMatchObject({
    revision: 2,
    settled: { by: { id: lead.id } },
  });
  await expect(change(member, { revision: 1, body: "Too late" })).rejects.toMatchObject({
    code: "conflict.revision",
    current: { revision: 2, body: "Is this so?" },
  });
  expect(await change(member, { revision: 2, body: "Is this really so?" })).toMatchObject({
    body: "Is this really so?",
    settled: { by: { id: lead.id } },
  });
  await member.call(routes.comment, {
    ...at,
    body: { ...narrative, body: "Still open for me.", replyTo: id },
  });
  expect((await lead.call(routes.comments, at)).items[0]).toMatchObject({ id, settled: null });
  expect(await change(member, { revision: 3, withdrawn: true })).toMatchObject({
    body: "",
    quote: "",
    withdrawn: true,
  });
});

test("what can't be is refused, and nothing is written", async () => {
  const member = await app.as("member");
  const at = await started(member);
  const other = await started(member);
  const { id } = await member.call(routes.comment, { ...other, body: { ...narrative, body: "Elsewhere" } });
  const before = await app.spine.head();

  await expect(
    member.call(routes.comment, { ...at, body: { ...narrative, body: "  \n" } }),
  ).rejects.toMatchObject({
    code: "input.rule",
  });
  await expect(
    member.call(routes.comment, { ...at, body: { ...narrative, body: "x", replyTo: id } }),
  ).rejects.toMatchObject({ code: "not_found" });
  await expect(
    member.call(routes.changeComment, {
      params: { ...at.params, comment: id },
      body: { revision: 1, settled: true },
    }),
  ).rejects.toMatchObject({ code: "not_found" });
  expect(await app.spine.head()).toBe(before);
});

test("readers do not see what writers say beside the text", async () => {
  const [member, reader] = [await app.as("member"), await app.as("reader")];
  const at = await started(member);
  await expect(reader.call(routes.comments, at)).rejects.toMatchObject({ code: "permission.denied" });
});
