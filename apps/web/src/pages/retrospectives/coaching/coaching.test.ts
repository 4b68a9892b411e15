import { emptyDocument } from "@morrow/domain/retrospectives";
import { expect, test } from "vitest";
import { measurePart, partsOf } from "./parts.ts";
import { questionsAbout } from "./questions.ts";
import { blockStart, setAsideIn, splitComments, suppressInItem, suppressionInProse } from "./suppress.ts";

const sentence = "The alert should have paged the on-call engineer.";

test("a question stands at its words in every kind of field", () => {
  const document = {
    ...emptyDocument,
    lesson: sentence,
    narrative: `It began at 14:05.\n\n${sentence}`,
    factors: [{ id: "a", text: `First line.\n${sentence}` }],
    confusing: ["Two dashboards.", `  ${sentence}`],
  };
  const found = partsOf(document).flatMap((part) =>
    questionsAbout(part).map(({ part: key, from, to }) => [key, part.text.slice(from, to)]),
  );
  expect(found).toEqual([
    ["lesson", "should have paged"],
    ["narrative", "should have paged"],
    ["factors:a", "should have paged"],
    ["confusing:1", "should have paged"],
  ]);
});

test("titles of countermeasures are read as such", () => {
  expect(questionsAbout(measurePart("CM-1", "Be more careful when restarting nodes"))).toMatchObject([
    { ruleId: "be-more-careful", section: "measures" },
  ]);
});

test("setting aside leaves the reason in the text, and the question does not come back", () => {
  const narrative = `# Night\n\nIt began.\n\nAnd then. ${sentence}`;
  const [part] = partsOf({ ...emptyDocument, narrative });
  const [question] = questionsAbout(part!);
  const { at, insert } = suppressionInProse(
    narrative,
    question!.from,
    "counterfactual",
    "said -- in the > meeting",
  );
  const next = narrative.slice(0, at) + insert + narrative.slice(at);
  expect(next).toContain(
    "<!-- morrow-coach ignore counterfactual -- said – in the › meeting -->\n\nAnd then.",
  );
  expect(questionsAbout({ ...part!, text: next })).toEqual([]);
});

test("an entry shows its words without the comment, and what was set aside beside it", () => {
  const item = suppressInItem(sentence, "counterfactual", "a quotation");
  const { comments, words } = splitComments(item);
  expect(words).toBe(sentence);
  expect(setAsideIn(comments)).toEqual([{ ruleId: "counterfactual", reason: "a quotation" }]);
  expect(questionsAbout({ key: "lucky:0", section: "lucky", shape: "item", text: item })).toEqual([]);
});

test("a block begins behind a blank line or heading", () => {
  expect(blockStart("one\ntwo", 5)).toBe(0);
  expect(blockStart("one\n\ntwo\nthree", 10)).toBe(5);
  expect(blockStart("# head\ntext", 8)).toBe(7);
});
