import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";

import { root, unpackedProject } from "./unpacked-project.ts";

/** The package as others get it, and used from there. */
let project = "";

beforeAll(() => {
  project = unpackedProject();
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function manifest(): { exports: Record<string, unknown>; dependencies?: object } {
  return JSON.parse(readFileSync(join(project, "node_modules/@morrow/resilience/package.json"), "utf8"));
}

const entries = () =>
  Object.keys(manifest().exports).map((entry) => entry.replace(".", "@morrow/resilience"));

async function bundle(source: string): Promise<string> {
  const entry = join(project, "entry.js");
  writeFileSync(entry, source);
  await build({
    root: project,
    logLevel: "silent",
    configFile: false,
    build: {
      lib: { entry, formats: ["es"], fileName: "bundle" },
      outDir: join(project, "bundled"),
      minify: true,
    },
  });
  return readFileSync(join(project, "bundled/bundle.js"), "utf8");
}

test("every entry can be imported as JavaScript", () => {
  const script = entries().map((entry) => `await import(${JSON.stringify(entry)});`);
  const run = execFileSync(
    process.execPath,
    ["--input-type=module", "-e", `${script.join("")} console.log("all")`],
    {
      cwd: project,
      encoding: "utf8",
    },
  );
  expect(run.trim()).toBe("all");
});

test("the types of every entry stand on their own", () => {
  const imports = entries().map((entry, index) => `import * as entry${index} from "${entry}";`);
  const uses = entries().map((_, index) => `export const use${index}: object = entry${index};`);
  const typed = `import { fallback, policy, timeout } from "@morrow/resilience";
    export const answer: Promise<string[] | undefined> =
      policy("reviews", fallback(undefined), timeout(100)).execute(async () => ["good"]);`;
  writeFileSync(join(project, "uses.ts"), [...imports, ...uses, typed].join("\n"));
  const check = spawnSync(
    join(root, "node_modules/.bin/tsc"),
    ["--ignoreConfig", "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "uses.ts"],
    { cwd: project, encoding: "utf8" },
  );
  expect(check.stdout).toBe("");
  expect(check.status).toBe(0);
});

test("the types need no newer library than the target's, and no types of Node", () => {
  const needed = ["", "/control", "/controller", "/fetch", "/proof"].map(
    (entry) => `@morrow/resilience${entry}`,
  );
  const exports = needed.map((entry, index) => `export * as entry${index} from "${entry}";`);
  writeFileSync(join(project, "plain.ts"), exports.join("\n"));
  const check = spawnSync(
    join(root, "node_modules/.bin/tsc"),
    ["--ignoreConfig", "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "plain.ts"],
    { cwd: project, encoding: "utf8" },
  );
  expect(check.stdout).toBe("");
});

const files = () =>
  readdirSync(join(project, "node_modules/@morrow/resilience"), { recursive: true, encoding: "utf8" });

test("no TypeScript sources and no tests are in it, but for the examples that the guides lead to", () => {
  const sources = files().filter((file) => !file.startsWith("examples/"));
  expect(sources.filter((file) => /(?<!\.d)\.tsx?$|\.test\./.test(file))).toEqual([]);
});

test("every relative link in it leads to a file in it", () => {
  const inside = join(project, "node_modules/@morrow/resilience");
  const pages = files().filter((file) => file.endsWith(".md"));
  expect(pages).toEqual(expect.arrayContaining(["README.md", "docs/guides/resilience.md"]));
  const dead = pages.flatMap((page) => {
    const targets = readFileSync(join(inside, page), "utf8").matchAll(/\]\((?!\w+:|#)([^)#\s]+)/g);
    return Array.from(targets, ([, target = ""]) => join(inside, dirname(page), target)).filter(
      (path) => !path.startsWith(inside) || !existsSync(path),
    );
  });
  expect(dead).toEqual([]);
});

test("a browser gets what it uses and nothing of Node", async () => {
  const all = await bundle('export * from "@morrow/resilience";');
  const few = await bundle('export { policy, timeout } from "@morrow/resilience";');
  expect(all).not.toMatch(/from\s*["']node:|import\(["']node:/);
  expect(few).not.toContain("circuit-open");
  expect(gzipSync(few).length).toBeLessThan(gzipSync(all).length);
});
