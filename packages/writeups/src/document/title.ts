import type { Block } from "./block.ts";
import type { FrontMatter } from "../proposal/proposal.ts";
import type { Understood } from "../proposal/moment.ts";
import { kindOfHeading } from "./sectionKind.ts";
import { wholeDate } from "../timeline/tableRows.ts";
import { isTemplateRow } from "../timeline/templateRow.ts";

/** Markdown marks, links and trailing anchors taken off a heading. */
function plainHeading(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^()\s]*(?:\s[^()]*)?\)/g, "$1")
    .replace(/\{#[^}]*\}\s*$/, "")
    .replace(/(\*\*|__|`)/g, "")
    .replace(/(^|\s)[*_]([^*_]+)[*_](?=\s|$)/g, "$1$2")
    .replace(/\s+/g, " ")
    .replace(/^(?:title|name)\s*:\s*(?=\S)/i, "")
    .trim();
}

const title = (
  value: string,
  given: string,
  from: Understood<string>["from"],
  line: number | null,
): Understood<string> => ({
  value,
  given,
  from,
  line,
  certainty: from === "front-matter" || from === "heading" ? "stated" : "derived",
});

/** The heading that is the document's title: the first of level 1, or the first block if it is a heading that names no part. */
export function titleHeading(blocks: readonly Block[]): Extract<Block, { kind: "heading" }> | null {
  const early = blocks.slice(0, 40);
  const top = early.find(
    (block) => block.kind === "heading" && block.level === 1 && plainHeading(block.text) !== "",
  );
  const first = early.find((block) => block.kind !== "html" && block.kind !== "rule");
  const heading = top ?? first;
  if (heading?.kind !== "heading" || isTemplateRow(heading.text, heading.text)) return null;
  const words = plainHeading(heading.text);
  const names = kindOfHeading(words) !== "other" && words.split(" ").length <= 3;
  return words === "" || names ? null : heading;
}

/** Title from the front matter, the heading, the file name or the first sentence, in this order. */
export function titleOf(
  frontMatter: FrontMatter | null,
  blocks: readonly Block[],
  path: string,
): Understood<string> {
  if (frontMatter?.title?.trim())
    return title(frontMatter.title.trim(), frontMatter.title, "front-matter", 1);
  const heading = titleHeading(blocks);
  if (heading && templateTitle.test(plainHeading(heading.text))) {
    const below = blocks[blocks.indexOf(heading) + 1];
    if (below?.kind === "paragraph" && below.text.length <= 120 && !below.text.includes("\n"))
      return title(plainHeading(below.text), below.text, "heading", below.line);
  } else if (heading)
    return title(plainHeading(heading.text).slice(0, 300), heading.text, "heading", heading.line);
  const written = writtenTitle(blocks);
  if (written) return written;
  const name = nameOf(path);
  if (name !== null) return title(name, path, "file-name", null);
  const first = blocks.find((block) => block.kind === "paragraph" && /\p{L}{3}/u.test(block.text));
  if (first?.kind === "paragraph")
    return title(firstSentence(first.text), first.text.slice(0, 300), "first-sentence", first.line);
  return title(fileOf(path) || "Untitled", path, "file-name", null);
}

/** One line of its own that calls itself a report and is no sentence: `Postmortem: checkout errors`. */
const plainTitle = (text: string): boolean =>
  text.length >= 12 &&
  text.length <= 120 &&
  !/[\n.:;!?]$|\n|[.!?]\s+[A-Z]|:\/\//.test(text) &&
  /\b(?:incidents?|outage|post-?mortem|retrospective|report|review|rca|downtime|disruption)\b/i.test(text) &&
  (kindOfHeading(text) === "other" || text.split(/\s+/).length > 3);

/** A title without its `#`: the first paragraph all in bold, or a line `Title: …` near the beginning. */
function writtenTitle(blocks: readonly Block[]): Understood<string> | null {
  const texts = blocks.slice(0, 8).flatMap((block) => (block.kind === "paragraph" ? [block] : []));
  const [first] = texts;
  const bold = /^(\*\*|__)(?!\s)([^*_\n]{8,160}?)\1$/.exec(first?.text ?? "")?.[2];
  if (first && bold && !bold.endsWith(":") && kindOfHeading(bold) === "other")
    return title(plainHeading(bold), first.text, "heading", first.line);
  if (first && blocks.find((block) => block.kind !== "html") === first && plainTitle(first.text))
    return title(plainHeading(first.text), first.text, "heading", first.line);
  for (const block of texts)
    for (const [index, line] of block.text.split("\n").slice(0, 8).entries()) {
      const named = /^(?:\*\*)?(?:title|incident title)(?:\*\*)?:(?:\*\*)?\s*(\S.{3,160})$/i.exec(line)?.[1];
      if (named && !isTemplateRow(named, named))
        return title(plainHeading(named), line, "heading", block.line + index);
    }
  return null;
}

/** A heading the template left behind. */
const templateTitle =
  /^\[?<?(?:(?:incident|outage|post-?mortem|retrospective|report) )?(?:title|name|template)>?\]?$/i;

const fileOf = (path: string): string =>
  (path.split(/[/\\]/).at(-1) ?? "").replace(/\.(?:md|mdx|markdown|mkd|txt|rst|adoc)$/i, "");

/** Names that say nothing: ids, dates, `README`. */
function nameOf(path: string): string | null {
  const name = fileOf(path)
    .replace(/^(?:19|20)\d{2}[-_.]?\d{2}[-_.]?\d{2}[-_. ]*/, "")
    .replace(/[-_]+/g, " ")
    .trim();
  const says =
    /\p{L}{3,}/u.test(name) &&
    !/^[0-9a-f ]{8,}$/i.test(name) &&
    !/^(?:readme|index|post ?mortem|incident|report|template|retro|retrospective|untitled|main|page|document|rca)$/i.test(
      name,
    );
  const dateOnly = wholeDate(name, 1) !== null;
  return says && !dateOnly ? name : null;
}

function firstSentence(text: string): string {
  const plain = plainHeading(text.slice(0, 2_000).replaceAll("\n", " "));
  const sentence = /^.*?[.!?](?=\s+[^\p{Ll}\d]|\s*$)/u.exec(plain)?.[0] ?? plain;
  if (sentence.length <= 120) return sentence.replace(/[.\s]+$/, "");
  const cut = sentence.slice(0, 120);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 60)).replace(/[,;:\s]+$/, "")} …`;
}
