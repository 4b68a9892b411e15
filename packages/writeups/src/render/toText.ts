import type { Nodes } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { breakLongParagraphs } from "./longParagraphs.ts";

const reader = unified().use(remarkParse).use(remarkGfm);
const blocks = new Set([
  "paragraph",
  "heading",
  "listItem",
  "tableRow",
  "code",
  "blockquote",
  "thematicBreak",
]);

function collect(node: Nodes, out: string[]): void {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
      out.push(node.value);
      break;
    case "image":
    case "imageReference":
      out.push(node.alt ?? "");
      break;
    case "break":
      out.push(" ");
      break;
    default:
      if ("children" in node) for (const child of node.children) collect(child, out);
  }
  if (node.type === "tableCell") out.push(" ");
  if (blocks.has(node.type)) out.push("\n");
}

/** Markdown as plain text for search: one line per block, no markup, no HTML, no addresses. */
export function toText(markdown: string): string {
  const out: string[] = [];
  collect(reader.parse(breakLongParagraphs(markdown)), out);
  return out
    .join("")
    .split("\n")
    .map((line) => line.replace(/[ \t]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n");
}
