import { createHash } from "node:crypto";
import { existsSync, globSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { buildPages } from "./build-pages.ts";

/**
 * Builds the web pages into apps/web/dist, when their sources have changed since the last time.
 *
 * Every start asks, so most are answered without reading a source: when no file's size or times have changed since the
 * last look, its content has not (a change always moves the second time, ctime, which no program can set). Only when some
 * have, as after a checkout, the contents decide.
 */
const root = join(import.meta.dirname, "..");
const web = join(root, "apps/web");
const stamp = join(web, "dist/.built-from");
const lastLook = join(web, "dist/.looked-at");

const names = sourceNames();
const look = fingerprintOf((name) => {
  const { size, mtimeMs, ctimeMs } = statSync(join(root, name));
  return `${size} ${mtimeMs} ${ctimeMs}`;
});
if (!existsSync(stamp) || (await textOf(lastLook)) !== look) {
  const contents = fingerprintOf((name) => readFileSync(join(root, name)));
  if ((await textOf(stamp)) !== contents) {
    // Test runners set their own NODE_ENV, with which React would be built for development.
    process.env["NODE_ENV"] = "production";
    await buildPages(web);
    await writeFile(stamp, contents);
  }
  await writeFile(lastLook, look);
}

/** Paths from the root, in order. */
function sourceNames(): string[] {
  const folders = ["apps/web/src", "apps/web/public", ...globSync("packages/*/src", { cwd: root })];
  const found = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && isSource(entry.name, folder))
      .map((entry) => join(relative(root, entry.parentPath), entry.name)),
  );
  return ["apps/web/index.html", "apps/web/vite.config.ts", "package-lock.json", ...found].toSorted();
}

/** Everything of the web app, and the code of the packages; tests are never built. */
function isSource(name: string, folder: string): boolean {
  if (/\.test\.tsx?$/.test(name)) return false;
  return folder.startsWith("apps/") || name.endsWith(".ts");
}

function fingerprintOf(said: (name: string) => string | Buffer): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(name).update("\0").update(said(name)).update("\0");
  return hash.digest("hex");
}

async function textOf(path: string): Promise<string | null> {
  return existsSync(path) ? readFile(path, "utf8") : null;
}
