import * as fc from "fast-check";
import { expect, test } from "vitest";
import { proseBlocks } from "./blocks.ts";
import { parseInChunks } from "./chunks.ts";
import { parseMarkdown } from "./parse.ts";

const piece = fc.constantFrom(
  "# Heading",
  "## Action items",
  "We should have known.",
  "A paragraph of *words*",
  "that goes on",
  "",
  "",
  "- item",
  "  continued",
  "    deeper",
  "1. one",
  "   ```js",
  "```",
  "~~~",
  "- ```",
  "  ```",
  "    code",
  "> quoted",
  "> ```",
  "| a | b |",
  "| - | - |",
  "<!-- note",
  "-->",
  "<div>",
  "</div>",
  "<pre>",
  "</pre>",
  "===",
  "---",
  "[link][ref] here",
  "* * *",
  "**Root cause:** a disk",
);

test("reading in chunks is reading the whole", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 30 }),
      fc.constantFrom("\n", "\r\n"),
      fc.boolean(),
      (lines, end, hasDefinition) => {
        const head = hasDefinition ? ["[ref]: https://example.com", ""] : [];
        const source = [...head, ...lines].join(end);
        const whole = [{ base: 0, nodes: parseMarkdown(source).children }];
        const blocks = proseBlocks(parseInChunks(source), source, [], "narrative");
        expect(blocks).toEqual(proseBlocks(whole, source, [], "narrative"));
      },
    ),
    { numRuns: 3000 },
  );
});
