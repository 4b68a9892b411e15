import { openApi } from "@morrow/contract/openapi";

type Json = { [key: string]: unknown };

/** The OpenAPI document as a page for people: plain HTML without scripts, readable on a phone and in print. */
export function apiPage(version: string): string {
  const document = openApi(version);
  const byTag = Map.groupBy(operationsOf(document), (operation) => operation.tag);
  const contents = [...byTag.keys()]
    .map((tag) => `<li><a href="#${escape(tag)}">${escape(tag)}</a></li>`)
    .join("");
  const sections = [...byTag]
    .map(
      ([tag, operations]) =>
        `<section id="${escape(tag)}"><h2>${escape(tag)}</h2>${operations.map(article).join("")}</section>`,
    )
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Morrow API</title>
<link rel="stylesheet" href="/api/page.css">
</head>
<body>
<header><h1>Morrow API</h1>
<p>Everything a page can do, the API can do. The machine-readable form is <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1). Sign in with <code>Authorization: Bearer mrt_…</code>; make a token under <a href="/account/tokens">your account</a>. Errors carry a stable code, a sentence, and the place of each problem. Send an <code>Idempotency-Key</code> with a POST to make a repeat harmless.</p>
<nav aria-label="Contents"><ul>${contents}</ul></nav></header>
<main>${sections}</main>
</body>
</html>`;
}

export const apiPageStyle = `:root{color-scheme:light dark;--paper:light-dark(#FBFAF7,#14171A);--ink:light-dark(#1B1F24,#E8E6E1);--accent:light-dark(#0B6E5F,#4FD1B8);--line:color-mix(in srgb,var(--ink) 12%,transparent)}
body{font:16px/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink);max-width:60rem;margin:0 auto;padding:24px}
a{color:var(--accent)}h1,h2{line-height:1.2}h2{margin-top:48px;border-bottom:1px solid var(--line);padding-bottom:4px}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;list-style:none;padding:0}
article{padding:12px 0;border-bottom:1px solid var(--line)}article h3{font-size:16px;margin:0}
code,pre{font-family:ui-monospace,monospace;font-size:14px}pre{overflow-x:auto;background:color-mix(in srgb,var(--ink) 5%,transparent);padding:12px;border-radius:6px}
.method{display:inline-block;min-width:4.5em;font-weight:600;color:var(--accent)}summary{cursor:pointer;min-height:44px;display:flex;align-items:center}`;

interface Operation {
  tag: string;
  method: string;
  path: string;
  facts: Json;
}

function operationsOf(document: Json): Operation[] {
  return Object.entries(Object(document["paths"])).flatMap(([path, methods]) =>
    Object.entries(Object(methods)).map(([method, facts]) => {
      const known: Json = Object(facts);
      const tags = known["tags"];
      return { tag: Array.isArray(tags) ? String(tags[0]) : "", method, path, facts: known };
    }),
  );
}

function article({ method, path, facts }: Operation): string {
  const parameters = Array.isArray(facts["parameters"]) ? facts["parameters"] : [];
  const names = parameters.map(
    (parameter: unknown) =>
      `<code>${escape(String(Reflect.get(Object(parameter), "name")))}</code> (${escape(String(Reflect.get(Object(parameter), "in")))})`,
  );
  const shape = {
    ...(facts["requestBody"] === undefined ? {} : { request: facts["requestBody"] }),
    responses: facts["responses"],
  };
  return `<article id="${escape(String(facts["operationId"]))}"><h3><span class="method">${method.toUpperCase()}</span><code>${escape(path)}</code></h3>
<p>${escape(String(facts["summary"]))} <small>${escape(String(facts["description"]))}</small></p>
${names.length === 0 ? "" : `<p>Takes ${names.join(", ")}</p>`}
<details><summary>Shapes</summary><pre>${escape(JSON.stringify(shape, null, 2))}</pre></details></article>`;
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
