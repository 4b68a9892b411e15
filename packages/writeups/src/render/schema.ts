import { defaultSchema, type Options } from "rehype-sanitize";

/** Keeps ids of a text apart from those of the page around it. */
export const idPrefix = "text-";

/** Elements Markdown can make. Nothing else reaches a page, whatever the text says. */
const tagNames = [
  "a",
  "blockquote",
  "br",
  "code",
  "del",
  "em",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "hr",
  "img",
  "input",
  "li",
  "ol",
  "p",
  "pre",
  "section",
  "strong",
  "sup",
  "table",
  "tbody",
  "td",
  "th",
  "thead",
  "tr",
  "ul",
];

/**
 * The one allow-list for server and web. No `style`, no `class` but the language of code and GFM's list and footnote
 * names, no event attributes, links only to http, https and mailto, images only over https or as a path.
 */
export const schema: Options = {
  ...defaultSchema,
  tagNames,
  ancestors: { ...defaultSchema.ancestors },
  attributes: {
    a: [
      "href",
      "title",
      "rel",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "ariaDescribedBy",
      "ariaLabel",
      "id",
    ],
    code: [["className", /^language-[\w+#.-]{1,40}$/]],
    h1: ["id"],
    h2: ["id"],
    h3: ["id"],
    h4: ["id"],
    h5: ["id"],
    h6: ["id"],
    img: ["src", "alt", "title", "loading"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    li: [["className", "task-list-item"], "id"],
    ol: ["start", ["className", "contains-task-list"]],
    ul: [["className", "contains-task-list"]],
    section: ["dataFootnotes", ["className", "footnotes"]],
    td: [["align", "left", "right", "center"]],
    th: [["align", "left", "right", "center"]],
  },
  required: { input: { type: "checkbox", disabled: true } },
  protocols: { href: ["http", "https", "mailto"], src: ["https"] },
  strip: ["script", "style"],
  clobber: ["id", "name", "ariaDescribedBy"],
  clobberPrefix: idPrefix,
};
