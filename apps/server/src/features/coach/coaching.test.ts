import { coachRoutes } from "@morrow/contract/retrospectives";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

const sentence = "The alert should have paged somebody.";

test("a short text is read at once, with where the words stand", async () => {
  const member = await app.as("member");
  const { remarks } = await member.call(coachRoutes.check, { body: { markdown: `Calm.\n\n${sentence}` } });
  expect(remarks).toEqual([
    expect.objectContaining({
      ruleId: "counterfactual",
      line: 3,
      column: 11,
      endLine: 3,
      text: "should have paged",
    }),
  ]);
});

test("long texts are read on another thread, several at once, each with its own answer", async () => {
  const member = await app.as("member");
  const paragraphs = [200, 300, 400];
  const answers = await Promise.all(
    paragraphs.map((count) =>
      member.call(coachRoutes.check, { body: { markdown: `${sentence}\n\n`.repeat(count) } }),
    ),
  );
  expect(answers.map(({ remarks }) => remarks.length)).toEqual(paragraphs);
});

test("of a text with more findings than anybody reads, the first thousand", async () => {
  const member = await app.as("member");
  const { remarks } = await member.call(coachRoutes.check, {
    body: { markdown: `${sentence}\n\n`.repeat(1_500) },
  });
  expect(remarks).toHaveLength(1_000);
  expect(remarks.at(-1)).toMatchObject({ line: 1_999 });
});
