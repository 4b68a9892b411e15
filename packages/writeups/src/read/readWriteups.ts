import { frontMatterOf } from "../document/frontMatter.ts";
import { scan } from "../document/scan.ts";
import { titleHeading } from "../document/title.ts";
import type { WriteupProposal } from "../proposal/proposal.ts";
import type { ReadInput } from "../proposal/question.ts";
import { incidentsIn } from "./split.ts";
import { trailerOf } from "../export/trailer.ts";
import { linesOf, readPart, readWhole } from "./readWriteup.ts";

/**
 * Like `readWriteup`, for a file that may hold several incidents: one proposal each, in the order of the document, each
 * with the whole file as `original` and its own `lines`. Front matter belongs to the first. Question ids of the second
 * and later incidents begin with their number (`2/zone`), so that one set of answers serves the whole file.
 */
export function readWriteups(input: ReadInput): WriteupProposal[] {
  const lines = linesOf(input.text);
  const { frontMatter, body } = frontMatterOf(lines);
  const blocks = scan(lines, body);
  const exported = trailerOf(input.text) !== null;
  const parts = exported ? [] : incidentsIn(blocks, lines.length);
  if (parts.length < 2)
    return [
      readWhole({
        input,
        lines,
        frontMatter,
        body,
        blocks,
        extent: { from: 1, to: lines.length },
        outerTitle: null,
        prefix: "",
      }),
    ];
  const outerTitle = titleHeading(blocks)?.text ?? null;
  return parts.map((part, index) =>
    readPart({
      input,
      lines,
      frontMatter: index === 0 ? frontMatter : null,
      body,
      blocks: part.blocks,
      extent: { from: part.from, to: part.to },
      outerTitle,
      prefix: index === 0 ? "" : `${index + 1}/`,
    }),
  );
}
