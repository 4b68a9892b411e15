import remarkParse from "remark-parse";
import { unified } from "unified";
import { VFile } from "vfile";
import { expect, test } from "vitest";
import { remarkCoach, retextCoach } from "./index.ts";

test("as a remark plugin it reports VFile messages", () => {
  const file = new VFile("The alert should have fired.");
  const processor = unified().use(remarkParse).use(remarkCoach);
  processor.runSync(processor.parse(file), file);
  expect(file.messages).toHaveLength(1);
  expect(file.messages[0]).toMatchObject({
    reason: "This tells of a past that did not happen.",
    ruleId: "counterfactual",
    source: "morrow-coach",
    actual: "should have fired",
    expected: [],
    fatal: false,
    line: 1,
    column: 11,
  });
  expect(file.messages[0]?.note).toMatch(/\?$/u);
  expect(file.messages[0]?.url).toMatch(/#counterfactual$/u);
});

test("options pass through, under either name", () => {
  const file = new VFile("It was obviously wrong and should have fired.");
  retextCoach({ rules: ["hindsight-judgement"] })(undefined, file);
  expect(file.messages.map((message) => message.ruleId)).toEqual(["hindsight-judgement"]);
});
