import type { Root } from "hast";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { breakLongParagraphs } from "./longParagraphs.ts";
import { anchorHeadings } from "./headings.ts";
import { keepImagesAndBreaks } from "./htmlFragments.ts";
import { plainParagraphs } from "./plainParagraphs.ts";
import { secureAddresses, type RenderOptions } from "./safeAddresses.ts";
import { schema } from "./schema.ts";

export type { RenderOptions } from "./safeAddresses.ts";
export { schema as sanitizeSchema } from "./schema.ts";
export { toText } from "./toText.ts";

const reader = unified().use(remarkParse).use(remarkGfm);
const toHast = unified().use(remarkRehype, { clobberPrefix: "" });
const sanitiser = unified().use(rehypeSanitize, schema);
const writer = unified().use(rehypeStringify);

/**
 * Markdown (GFM) as a sanitised hast tree, for `hast-util-to-jsx-runtime` and the like. Raw HTML is dropped, links are
 * http, https, mailto or relative and carry `rel="noopener nofollow"`, images are https or our own attachments,
 * headings are shifted and have ids with the prefix `text-`. Never throws on any text.
 */
export function markdownToHast(markdown: string, options: RenderOptions = {}): Root {
  const mdast = reader.parse(breakLongParagraphs(markdown));
  keepImagesAndBreaks(mdast);
  const hast = toHast.runSync(mdast);
  if (hast.type !== "root") return { type: "root", children: [] };
  secureAddresses(hast, options);
  anchorHeadings(hast, options.headingShift ?? 1);
  const clean = sanitiser.runSync(hast);
  return clean.type === "root" ? clean : { type: "root", children: [] };
}

/** The same as HTML text, safe to place in a page. */
export function renderMarkdown(markdown: string, options: RenderOptions = {}): string {
  return plainParagraphs(markdown) ?? writer.stringify(markdownToHast(markdown, options));
}
