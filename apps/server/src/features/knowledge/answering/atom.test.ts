import { expect, test } from "vitest";

import { writeAtom } from "./atom.ts";

const entry = {
  id: "urn:uuid:0190c5a2-0000-7000-8000-000000000001",
  title: `<b>"Fish & chips"</b> \u0007\uD800`,
  url: "http://morrow.test/incidents/INC-1/retrospective?a=1&b=2",
  published: "2026-01-01T00:00:00.000Z",
  updated: "2026-01-02T00:00:00.000Z",
  summary: "a < b",
  categories: [`x"y`],
};

test("markup in texts is text, and what XML cannot carry is left out", () => {
  const xml = writeAtom({
    id: "urn:uuid:0190c5a2-0000-7000-8000-000000000002",
    title: "Feed",
    author: "Organisation",
    self: "http://morrow.test/api/feed.atom",
    url: "http://morrow.test/",
    updated: "2026-01-02T00:00:00.000Z",
    entries: [entry],
  });
  expect(xml).toContain("<title>&lt;b&gt;&quot;Fish &amp; chips&quot;&lt;/b&gt; \uFFFD</title>");
  expect(xml).toContain(`href="http://morrow.test/incidents/INC-1/retrospective?a=1&amp;b=2"`);
  expect(xml).toContain(`<category term="x&quot;y"/>`);
  expect(xml).toContain("<summary>a &lt; b</summary>");
  // RFC 4287, 4.1.1 and 4.1.2: what a feed and an entry must have exactly once.
  const [head = "", body = ""] = xml.split("<entry>");
  for (const part of [head, body])
    for (const name of ["id", "title", "updated"]) expect(part.split(`<${name}>`)).toHaveLength(2);
  expect(head).toContain("<author><name>Organisation</name></author>");
  expect(head).toContain(`rel="self"`);
});
