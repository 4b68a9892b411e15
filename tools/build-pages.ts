import { glob, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** How long the files of earlier builds stay. Pages that are open, and a server that runs, go on with the build they began with. */
const keepDays = 7;

/**
 * Builds the web pages in `web` into its folder `dist`, beside the files of earlier builds: those carry a hash of their content in
 * their name, so nothing is overwritten, and a page that is open finds its later parts after the next version was built. Each file
 * gets compressed copies, so that nothing is compressed while people wait; `parts.json` names what a browser may fetch beforehand.
 */
export async function buildPages(web: string, now: number = Date.now()): Promise<void> {
  const dist = join(web, "dist");
  // Loaded only now: most starts find the pages built.
  const { build } = await import("vite");
  const built = await build({ root: web, logLevel: "warn", build: { emptyOutDir: false } });
  if (!("output" in built)) throw new Error("The pages are built once, and not watched.");
  const names = built.output.map(({ fileName }) => fileName);
  const parts = names.filter((name) => /^assets\/.*\.(js|css)$/.test(name)).map((name) => `/${name}`);
  await writeFile(join(dist, "parts.json"), JSON.stringify(parts.toSorted()));
  await dropEarlier(join(dist, "assets"), new Set(names.map((name) => join(dist, name))), now);
  await compressAll(dist);
}

async function dropEarlier(assets: string, current: ReadonlySet<string>, now: number): Promise<void> {
  for (const name of await readdir(assets)) {
    const file = join(assets, name);
    if (current.has(file.replace(/\.(gz|br)$/, ""))) continue;
    const { mtimeMs } = await stat(file);
    if (now - mtimeMs > keepDays * 86_400_000) await rm(file);
  }
}

/** Files that have not changed since they were compressed are left alone. */
async function compressAll(folder: string): Promise<void> {
  for await (const entry of glob("**/*.{js,css,html,svg,json}", { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const name = join(entry.parentPath, entry.name);
    if ((await changedAt(`${name}.br`)) >= (await changedAt(name))) continue;
    const bytes = await readFile(name);
    await writeFile(`${name}.gz`, await promisify(gzip)(bytes, { level: 9 }));
    await writeFile(
      `${name}.br`,
      await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
    );
  }
}

/** @returns ms since 1970; 0 for a file that is not there */
async function changedAt(name: string): Promise<number> {
  return stat(name).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
