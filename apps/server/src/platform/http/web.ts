import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";

import { serveStatic } from "@hono/node-server/serve-static";
import type { Context, Hono } from "hono";

/** The built web pages, beside this program. */
const webFolder = fileURLToPath(new URL("../../../../web/dist", import.meta.url));

/** Serves the built pages: files with a hash in their name for ever, everything else as the one page of the web app. */
export async function mountWeb(app: Hono): Promise<void> {
  const page = await readFile(`${webFolder}/index.html`, "utf8").catch(() => null);
  app.use("/assets/*", async (context, next) => {
    await next();
    if (context.res.ok) context.res.headers.set("cache-control", "public, max-age=31536000, immutable");
  });
  const answerPage = (context: Context) => {
    if (page === null) return context.text("The web pages are not built yet. Run: npm run build", 503);
    return context.html(page, 200, { "cache-control": "no-cache" });
  };
  app.get("/", answerPage);
  app.use("*", serveStatic({ root: webFolder, index: "", precompressed: true }));
  // A file of a build that is gone is not there; the page in its place would be read as a broken script.
  app.get("/assets/*", (context) => context.notFound());
  app.get("*", answerPage);
}
