import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildPages } from "./build-pages.ts";

let web: string;
let assets: string;

beforeEach(async () => {
  web = await mkdtemp(join(tmpdir(), "morrow-build-"));
  assets = join(web, "dist/assets");
  await mkdir(join(web, "src"));
  await writeFile(join(web, "index.html"), '<script type="module" src="/src/main.js"></script>');
  await writeFile(join(web, "src/main.js"), 'document.onclick = () => import("./later.js");');
});

afterEach(() => rm(web, { recursive: true, force: true }));

/** @returns what of the pages is loaded late, as a browser asks for it */
async function buildWith(text: string): Promise<string> {
  await writeFile(join(web, "src/later.js"), `export const text = ${JSON.stringify(text)};`);
  await buildPages(web);
  const names: unknown = JSON.parse(await readFile(join(web, "dist/parts.json"), "utf8"));
  const later = Array.isArray(names) ? names.map(String).filter((name) => name.includes("later")) : [];
  expect(later).toHaveLength(1);
  return later[0] ?? "";
}

it("leaves the parts of the build before, which open pages still ask for, and names those of this one", async () => {
  const before = await buildWith("one");
  const after = await buildWith("two");
  expect(after).not.toBe(before);
  expect(await readFile(join(web, "dist", before), "utf8")).toContain("one");
  expect(await readFile(join(web, "dist", after), "utf8")).toContain("two");
  const names = await readdir(assets);
  for (const part of [before, after])
    for (const copy of [".gz", ".br"]) expect(names.map((name) => `/assets/${name}`)).toContain(part + copy);
});

it("takes away what is older than a week and of no use to this build", async () => {
  const before = await buildWith("one");
  const eightDaysAgo = Date.now() / 1000 - 8 * 86_400;
  for (const name of await readdir(assets)) await utimes(join(assets, name), eightDaysAgo, eightDaysAgo);
  const after = await buildWith("two");
  const names = (await readdir(assets)).map((name) => `/assets/${name}`);
  expect(names.filter((name) => name.startsWith(before))).toEqual([]);
  expect(names).toContain(after);
});
