import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/**
 * Builds the web pages into apps/web/dist, when their sources have changed since the last time. The server hands out the
 * compressed copies beside each file, so nothing is compressed while people wait.
 */
const root = join(import.meta.dirname, "..");
const web = join(root, "apps/web");
const stamp = join(web, "dist/.built-from");

const sources = [
  "apps/web/{src,public}/**/*",
  "apps/web/{index.html,vite.config.ts}",
  "packages/*/src/**/*.ts",
  "package-lock.json",
];

const fingerprint = await fingerprintOf(sources);
const last = existsSync(stamp) ? await readFile(stamp, "utf8") : null;
if (last !== fingerprint) {
  // Test runners set their own NODE_ENV, with which React would be built for development.
  process.env["NODE_ENV"] = "production";
  // Loaded only now: most starts find the pages built.
  const { build } = await import("vite");
  await build({ root: web, logLevel: "warn" });
  await compressAll(join(web, "dist"));
  await writeFile(stamp, fingerprint);
}

async function fingerprintOf(patterns: readonly string[]): Promise<string> {
  const names: string[] = [];
  for await (const entry of glob([...patterns], { cwd: root, withFileTypes: true })) {
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) names.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash("sha256");
  for (const name of names.toSorted())
    hash
      .update(name.slice(root.length))
      .update("\0")
      .update(await readFile(name));
  return hash.digest("hex");
}

async function compressAll(folder: string): Promise<void> {
  for await (const entry of glob("**/*.{js,css,html,svg,json}", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = join(entry.parentPath, entry.name);
    const bytes = await readFile(name);
    await writeFile(`${name}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    await writeFile(
      `${name}.br`,
      await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    );
  }
}
