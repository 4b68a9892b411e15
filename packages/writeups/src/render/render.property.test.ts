import type { Nodes } from "hast";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownToHast, renderMarkdown, toText } from "./index.ts";

const hostile = fc.constantFrom(
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  '<img src="https://a/b.png" onload="x">',
  "[a](javascript:alert(1))",
  "[a](JaVaScRiPt:alert(1))",
  "[a](java\nscript:alert(1))",
  "[a](&#106;avascript:alert(1))",
  "[a](\u0001javascript:alert(1))",
  "<javascript:alert(1)>",
  "![x](data:image/svg+xml;base64,AAAA)",
  "![x](http://a/b.png)",
  "![x](//evil/b.png)",
  "![x](/attachments/../../api/me)",
  "<svg><style><img src=x onerror=alert(1)></style></svg>",
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<a href="javascript:x">y</a>',
  "<form><button formaction=javascript:x>",
  "<iframe srcdoc='<script>x</script>'>",
  "[x]: javascript:alert(1)\n\n[x]",
  "`<script>`",
  '<!--<img src="--><img src=x onerror=x//">',
  "<base href=//evil>",
  "[a](vbscript:x)",
  "[a](data:text/html,x)",
  "<details open ontoggle=x>",
  "| a | <img src=x onerror=x> |\n|---|---|\n| b | c |",
  "# <b onclick=x>h</b>",
  "[^1]\n\n[^1]: <script>x</script>",
  "```js onload=x\nx\n```",
  "<x\n",
  "]]>",
  "&lt;script&gt;x",
  "<style>@import 'x'</style>",
  '<a name="body">',
  "# body\n# location",
);
const markdown = fc
  .array(
    fc.oneof(
      hostile,
      fc.string({ maxLength: 30 }),
      fc.constantFrom("\n", "\n\n", "  ", "- ", "> ", "1. ", "| ", "**", "_", "~~"),
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(""));

const tags = new Set([
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
]);

/** What a page must never receive, as sentences. */
function problemsOf(tag: string, properties: Record<string, unknown>): string[] {
  const href = properties["href"];
  const checks: [boolean, string][] = [
    [tags.has(tag), `element ${tag}`],
    [
      !Object.keys(properties).some((name) => /^on|^style$|^src(?:doc|set)$/i.test(name)),
      `attributes ${Object.keys(properties).join()}`,
    ],
    [
      typeof href !== "string" || /^(?:https?:|mailto:)|^[^:]*$|^[^:]*[/?#]/i.test(href),
      `link to ${String(href)}`,
    ],
    [
      properties["src"] === undefined || /^https:\/\/|^\/attachments\//i.test(String(properties["src"])),
      `image ${String(properties["src"])}`,
    ],
    [
      properties["id"] === undefined || String(properties["id"]).startsWith("text-"),
      `id ${String(properties["id"])}`,
    ],
    [
      typeof href !== "string" || href.startsWith("#") || String(properties["rel"]) === "noopener,nofollow",
      `rel of ${String(href)}`,
    ],
  ];
  return checks.flatMap(([good, problem]) => (good ? [] : [problem]));
}

function problemsIn(node: Nodes): string[] {
  const own =
    node.type === "element"
      ? problemsOf(node.tagName, node.properties)
      : ["root", "text"].includes(node.type)
        ? []
        : [node.type];
  return "children" in node ? [...own, ...node.children.flatMap(problemsIn)] : own;
}

describe("rendered Markdown", () => {
  test("holds only the allowed elements, attributes and addresses, whatever the text", () => {
    fc.assert(
      fc.property(markdown, (text) => {
        expect(problemsIn(markdownToHast(text))).toEqual([]);
        const html = renderMarkdown(text);
        const written = (html.match(/<[a-z!/][^>]*>/gi) ?? []).join("");
        expect(written).not.toMatch(/<(?:script|style|iframe|svg|math|form|object|embed|base)\b/i);
        expect(written).not.toMatch(/<[^>]*\son\w+\s*=/i);
        expect(written).not.toMatch(/(?:href|src)="\s*(?:javascript|vbscript|data):/i);
        expect(toText(text)).not.toMatch(/^\s|\s$/);
      }),
      { numRuns: 500 },
    );
  });

  test("shifts and anchors headings, and keeps task lists, tables, footnotes and code", () => {
    const html = renderMarkdown(
      "# What went well?\n\n# What went well?\n\n- [x] done\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n\nx[^1]\n\n[^1]: note\n\n```ts\nx\n```\n",
    );
    expect(html).toContain('<h2 id="text-what-went-well">');
    expect(html).toContain('<h2 id="text-what-went-well-2">');
    expect(html).toContain('type="checkbox" checked disabled');
    expect(html).toContain('<th align="center">a</th>');
    expect(html).toContain('href="#text-fn-1"');
    expect(html).toContain('class="language-ts"');
  });

  test("shows a pasted <img> over https and the words of one that may not be loaded", () => {
    expect(renderMarkdown('<img width="10" src="https://host/a.png" alt="graph">')).toContain(
      '<img src="https://host/a.png" alt="graph" loading="lazy">',
    );
    expect(renderMarkdown("![graph](http://host/a.png)")).toContain(
      '<a href="http://host/a.png" rel="noopener nofollow">graph</a>',
    );
    expect(renderMarkdown("![graph](/attachments/1.png)")).toContain('src="/attachments/1.png"');
    expect(renderMarkdown("![graph](/api/logout)")).not.toContain("<img");
  });

  test("gives plain text for search without marks or addresses", () => {
    expect(toText("# A *b*\n\n- [c](https://d) `e`\n\n| f | g |\n|---|---|\n| h | i |\n")).toBe(
      "A b\nc e\nf g\nh i",
    );
  });
});
