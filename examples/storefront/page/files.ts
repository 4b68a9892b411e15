import { readFile } from "node:fs/promises";

import type { Hono } from "hono";

/** The few files a page loads: its style, its script, three typefaces from their npm packages. */
const files: readonly (readonly [path: string, file: string, type: string])[] = [
  ["/style.css", new URL("style.css", import.meta.url).href, "text/css; charset=utf-8"],
  ["/live.js", new URL("live.js", import.meta.url).href, "text/javascript; charset=utf-8"],
  ["/serif.woff2", font("source-serif-4/files/source-serif-4-latin-wght-normal.woff2"), "font/woff2"],
  ["/serif-italic.woff2", font("source-serif-4/files/source-serif-4-latin-wght-italic.woff2"), "font/woff2"],
  ["/sans.woff2", font("inter/files/inter-latin-wght-normal.woff2"), "font/woff2"],
];

function font(file: string): string {
  return import.meta.resolve(`@fontsource-variable/${file}`);
}

export function serveFiles(app: Hono): void {
  for (const [path, file, type] of files)
    app.get(path, async (context) =>
      context.body(new Uint8Array(await readFile(new URL(file))), 200, { "content-type": type }),
    );
}
