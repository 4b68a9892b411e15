import type { Element, Properties, Root } from "hast";
import { visit } from "unist-util-visit";
import { idPrefix } from "./schema.ts";

/** What differs between places that show Markdown. */
export interface RenderOptions {
  /** Levels added to headings, so that a document's `#` does not compete with the page's own. Default 1. */
  headingShift?: number;
  /** Path below which our own attachments are served; relative images elsewhere are not loaded. Default `/attachments/`. */
  attachmentPath?: string;
}

/** `image.png`, `/attachments/x`: no scheme and no host. A leading `//` or `\` would leave the site. */
function isRelative(url: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|[/\\]{2}|\\)/i.test(url);
}

function isOwnAttachment(url: string, path: string): boolean {
  return (
    url.startsWith(path) &&
    !url
      .split(/[?#]/)[0]
      ?.split(/[/\\]|%2f|%5c/i)
      .some((part) => /^(\.|%2e){2}$/i.test(part))
  );
}

function secureLink(link: Element): void {
  const href = link.properties["href"];
  if (typeof href !== "string") return;
  // Ids get a prefix below; links within the text must follow.
  if (href.startsWith("#")) link.properties["href"] = `#${idPrefix}${href.slice(1)}`;
  else link.properties["rel"] = ["noopener", "nofollow"];
}

/** An image that may not be loaded is shown by its words, as a link where its address may be followed. */
function withoutImage(image: Element, inLink: boolean): void {
  const { src, alt } = image.properties;
  const words = typeof alt === "string" && alt !== "" ? alt : "image";
  const followable = typeof src === "string" && (isRelative(src) || /^https?:/i.test(src)) && !inLink;
  image.tagName = followable ? "a" : "em";
  const link: Properties = followable ? { href: src, rel: ["noopener", "nofollow"] } : {};
  image.properties = link;
  image.children = [{ type: "text", value: words }];
}

/** Links get `rel`, images load only over https or from our attachments. Runs before the allow-list, which has the last word. */
export function secureAddresses(tree: Root, options: RenderOptions): void {
  const path = options.attachmentPath ?? "/attachments/";
  visit(tree, "element", (node, _index, parent) => {
    if (node.tagName === "a") secureLink(node);
    if (node.tagName !== "img") return;
    const src = node.properties["src"];
    const allowed =
      typeof src === "string" &&
      (/^https:\/\//i.test(src) || (isRelative(src) && isOwnAttachment(src, path)));
    if (allowed) node.properties["loading"] = "lazy";
    else withoutImage(node, parent?.type === "element" && parent.tagName === "a");
  });
}
