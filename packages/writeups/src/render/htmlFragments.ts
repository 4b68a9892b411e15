import type { Break, Html, Image, Nodes, Parent, PhrasingContent } from "mdast";

/** Attributes of a single `<img …>` tag as write-ups paste them; nothing but src, alt and title is read. */
function imageOf(html: string): Image | null {
  const tag = /^<img\s([^<>]*?)\/?>$/i.exec(html.trim());
  if (!tag) return null;
  const attribute = (name: string): string | undefined =>
    new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, "i")
      .exec(tag[1] ?? "")
      ?.slice(1)
      .find(Boolean);
  const url = attribute("src");
  if (url === undefined) return null;
  return { type: "image", url, alt: attribute("alt") ?? "", title: attribute("title") ?? null };
}

function replacement(node: Html): Image | Break | null {
  if (/^<br\s*\/?>$/i.test(node.value.trim())) return { type: "break" };
  return imageOf(node.value);
}

const takesPhrasing = new Set(["paragraph", "tableCell", "emphasis", "strong", "delete", "link", "heading"]);

/**
 * Raw HTML never passes. Two tags are common in write-ups and have a Markdown meaning, `<img>` and `<br>`:
 * they become Markdown nodes before the rest is dropped, and are then subject to the same rules.
 */
export function keepImagesAndBreaks(tree: Nodes): void {
  if (!("children" in tree)) return;
  const parent: Parent = tree;
  parent.children = parent.children.map((child) => {
    if (child.type !== "html") {
      keepImagesAndBreaks(child);
      return child;
    }
    const made: PhrasingContent | null = replacement(child);
    if (made === null) return child;
    return takesPhrasing.has(tree.type) ? made : { type: "paragraph", children: [made] };
  });
}
