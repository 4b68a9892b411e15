import * as fc from "fast-check";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";
import { expect, test } from "vitest";
import { markdownToHast } from "./index.ts";
import { plainParagraphs } from "./plainParagraphs.ts";

const writer = unified().use(rehypeStringify);
const whole = (markdown: string): string => writer.stringify(markdownToHast(markdown));

const piece = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom("pool", "Queue", "db-1", "max_open_conns", "3", "10:42", "Größe", "I"),
  },
  {
    weight: 6,
    arbitrary: fc.constantFrom(" ", ", ", ". ", ": ", " (", ") ", "-", "/", "'", '"', "!", "?", "#"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("**up**", "`a < b & c`", "`x`", "**", "`", "_", "*", "~", "\\", "|"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("\n", "\n\n", "  \n", "\n- ", "1. ", "1) ", "<b>", "&amp;", "=", "---"),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom("www.a.b", "http:", "//a.b", "a@b.cd", "[x]", "![", "](y)", "+", "^", "$"),
  },
  { weight: 1, arbitrary: fc.string({ unit: "grapheme", maxLength: 4 }) },
);
const markdown = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(""));

test("plain paragraphs are what the full renderer makes of them", () => {
  let taken = 0;
  fc.assert(
    fc.property(markdown, (text) => {
      const html = plainParagraphs(text);
      if (html === undefined) return;
      taken += 1;
      expect(html).toBe(whole(text));
    }),
    { numRuns: 5_000 },
  );
  // Otherwise nothing was compared.
  expect(taken).toBeGreaterThan(300);
});

test("single characters anywhere in a line change nothing", () => {
  const inert = fc
    .tuple(
      fc.constantFrom("a", "ab ", "7 "),
      fc.string({ minLength: 1, maxLength: 6 }),
      fc.constantFrom("", " z", "z"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(inert, (text) => {
      expect(plainParagraphs(text) ?? whole(text)).toBe(whole(text));
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  "Retries **doubled**: `queue_depth` > 12,000 at 10:42.",
  "1. not a list here",
  "See https://example.test",
  "[x] todo",
])("is taken only when nothing else is meant: %s", (text) => {
  expect(plainParagraphs(text)).toBe(undefined);
});

test("takes what people write into timelines", () => {
  expect(
    plainParagraphs("12: With **Markdown** and `a<b`\nof db-1/2, max_open_conns=5!\n\nWas it? Yes.\n"),
  ).toBe(
    "<p>12: With <strong>Markdown</strong> and <code>a&#x3C;b</code>\nof db-1/2, max_open_conns=5!</p>\n<p>Was it? Yes.</p>",
  );
});
