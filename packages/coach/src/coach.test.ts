import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coach, type Remark } from "./index.ts";

const flagged = [
  "The alert should have fired at once.",
  "We forgot to renew the certificate.",
  "The threshold was obviously too low.",
  "The root cause was an expired certificate.",
  "We will be more careful in future.",
];
const plain = [
  "The queue grew from 10 to 900 between 10:00 and 10:20.",
  "Traffic moved to the second zone.",
  "The job failed to start because its volume was full.",
];
const decorate = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `- ${text}`,
  (text) => `  1. ${text}`,
  (text) => `**${text}**`,
  (text) => `| a | b |\n| - | - |\n| 10:00 | ${text} |`,
  (text) => text.replace(" ", "\n"),
  (text) => `caf\u00e9 \u{1F525} &amp; \\* ${text}`,
  (text) => `- outer\n  - inner ${text.replace(" ", "\n    ")}`,
);

test("a remark carries the flagged words and their place", () => {
  expect(coach("# Title\n\nThe alert *should have* paged someone.\n")).toMatchObject([
    {
      ruleId: "counterfactual",
      severity: "error",
      text: "should have* paged",
      start: { line: 3, column: 12, offset: 20 },
      end: { line: 3, column: 30, offset: 38 },
    },
  ]);
});

test("columns and offsets count UTF-16 units", () => {
  const [remark] = coach("\u{1F525}\u{1F525} it should have fired");
  expect(remark?.start).toEqual({ line: 1, column: 9, offset: 8 });
});

test("no text makes it throw, and every remark lies in the text", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 400 }),
    fc
      .array(
        fc.constantFrom(
          ...flagged,
          "\n",
          "\n\n",
          "```",
          "> ",
          "- ",
          "| ",
          "<!--",
          "-->",
          "[",
          "](x)",
          "**",
          "&amp;",
          "\\",
          "'",
          '"',
          "\t",
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join(" ")),
  );
  fc.assert(
    fc.property(text, (markdown) => {
      const remarks = coach(markdown);
      expect(remarks.length).toBeGreaterThanOrEqual(0);
      for (const remark of remarks) expectConsistent(remark, markdown);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["nested lists", "1. ".repeat(5000)],
  ["nested emphasis", "*a **b ".repeat(2000)],
  ["block quotes", "> ".repeat(5000)],
  ["one endless sentence", "and the engineer failed to ".repeat(1000)],
  ["open brackets", "[a](".repeat(2000)],
])("%s without end are read to the end", (_name, markdown) => {
  for (const remark of coach(markdown)) expectConsistent(remark, markdown);
  expect(coach(`${markdown}\n\nIt should have fired.`).length).toBeGreaterThanOrEqual(0);
});

test("flagged words are found wherever Markdown puts them", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...flagged),
      decorate,
      fc.constantFrom("\n", "\r\n"),
      (sentence, form, end) => {
        const markdown = form(sentence).replaceAll("\n", end);
        const remarks = coach(markdown);
        expect(remarks).toHaveLength(1);
        for (const remark of remarks) expectConsistent(remark, markdown);
      },
    ),
  );
});

test("what is not the author's prose is never flagged", () => {
  const wrap = fc.constantFrom<(text: string) => string>(
    (text) => `\`${text}\``,
    (text) => `\`\`\`\n${text}\n\`\`\``,
    (text) => `    ${text}`,
    (text) => `> ${text}`,
    (text) => `- > ${text}`,
    (text) => `[${text}](https://example.com)`,
    (text) => `[${text}][ref]\n\n[ref]: https://example.com`,
    (text) => `![${text}](graph.png)`,
    (text) => `<!-- ${text} -->`,
    (text) => `<div>\n${text}\n</div>`,
    (text) => `The ticket said "${text}"`,
    (text) => `The ticket said \u201C${text}\u201D`,
    (text) => `The ticket said '${text}'`,
    (text) => `[10:04] <ada> ${text}`,
    (text) => `10:04 ada: ${text}`,
    (text) => `ada  10:04 AM\n${text}`,
    (text) => `---\ntitle: ${text}\nsummary: ${text}\n---\n`,
    (text) => `https://example.com/${text.replaceAll(" ", "-")}`,
  );
  fc.assert(
    fc.property(fc.constantFrom(...flagged), wrap, (sentence, form) => {
      expect(coach(form(sentence))).toEqual([]);
    }),
  );
});

test("paragraphs added below change nothing above", () => {
  const sentences = fc.array(fc.constantFrom(...flagged, ...plain), { maxLength: 8 });
  fc.assert(
    fc.property(sentences, sentences, (above, below) => {
      const text = above.join("\n\n");
      const remarks = coach(text);
      expect(coach(`${text}\n\n${below.join("\n\n")}`).slice(0, remarks.length)).toEqual(remarks);
    }),
  );
});

test("reading twice gives the same, whatever was read between", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...flagged, ...plain)), (sentences) => {
      const text = sentences.join(" ");
      const first = coach(text);
      coach(`# Other\n\n${sentences.toReversed().join("\n\n")}`);
      expect(coach(text)).toEqual(first);
    }),
  );
});

test("only the chosen rules speak", () => {
  const text = flagged.join("\n\n");
  expect(coach(text, { rules: ["blame-person"] }).map((remark) => remark.ruleId)).toEqual(["blame-person"]);
  expect(coach(text, { rules: [] })).toEqual([]);
});

describe("suppression", () => {
  test("with a reason silences the rule in the next block", () => {
    const text =
      "<!-- morrow-coach ignore counterfactual -- quoted from the contract -->\n\nIt should have fired.\n\nIt should have stopped.";
    expect(coach(text).map((remark) => remark.start.line)).toEqual([5]);
  });

  test("covers a whole list and several rules", () => {
    const text =
      "<!-- morrow-coach ignore counterfactual, blame-person -- agreed with both -->\n- It should have fired.\n- We forgot to drain it.\n";
    expect(coach(text)).toEqual([]);
  });

  test("leaves other rules alone", () => {
    const text =
      "<!-- morrow-coach ignore counterfactual -- a reason -->\n\nIt was obviously wrong and should have fired.";
    expect(coach(text).map((remark) => remark.ruleId)).toEqual(["hindsight-judgement"]);
  });

  test("from start to end", () => {
    const text =
      "<!-- morrow-coach ignore-start all -- the vendor's own words -->\n\nIt should have fired.\n\nWe forgot.\n\n<!-- morrow-coach ignore-end -->\n\nIt should have stopped.";
    expect(coach(text).map((remark) => remark.start.line)).toEqual([9]);
  });

  test.each([
    ["<!-- morrow-coach ignore counterfactual -->", "no reason"],
    ["<!-- morrow-coach ignore counterfactual -- -->", "no reason"],
    ["<!-- morrow-coach ignore tone -- a reason -->", "no rule"],
    ["<!-- morrow-coach ignore -- a reason -->", "no rule"],
  ])("%s does not suppress and is reported: %s", (comment, words) => {
    const remarks = coach(`${comment}\n\nIt should have fired.`);
    expect(remarks.map((remark) => [remark.ruleId, remark.severity])).toEqual([
      ["suppression", "warning"],
      ["counterfactual", "error"],
    ]);
    expect(remarks[0]?.message).toContain(words);
  });
});

function expectConsistent(remark: Remark, markdown: string): void {
  const { start, end, text } = remark;
  expect(start.offset).toBeLessThan(end.offset);
  expect(end.offset).toBeLessThanOrEqual(markdown.length);
  expect(markdown.slice(start.offset, end.offset)).toBe(text);
  const lines = markdown.slice(0, start.offset).split(/\r\n|\n|\r/u);
  expect([start.line, start.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1]);
}
