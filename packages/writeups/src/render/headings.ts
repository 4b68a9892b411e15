import type { Element, Nodes, Root } from "hast";
import { visit } from "unist-util-visit";

/** The words inside an element. */
function wordsOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(wordsOf).join("") : "";
}

/** `What went well?` → `what-went-well`; letters and digits of every script are kept. */
function anchorOf(words: string): string {
  const anchor = words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return anchor.slice(0, 80) || "section";
}

/** Shifts heading levels (never below h6) and gives each an id, numbered where two read alike. */
export function anchorHeadings(tree: Root, shift: number): void {
  const seen = new Map<string, number>();
  visit(tree, "element", (node: Element) => {
    const level = /^h([1-6])$/.exec(node.tagName)?.[1];
    if (level === undefined) return;
    node.tagName = `h${Math.min(6, Math.max(1, Number(level) + shift))}`;
    if (typeof node.properties["id"] === "string") return;
    const anchor = anchorOf(wordsOf(node));
    const count = (seen.get(anchor) ?? 0) + 1;
    seen.set(anchor, count);
    node.properties["id"] = count === 1 ? anchor : `${anchor}-${count}`;
  });
}
