import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { afterAll, beforeAll, expect, test } from "vitest";
import { build } from "vite";

import { packResilience } from "../../tools/pack-resilience.ts";

/** The package as others get it: packed, unpacked into a project of its own, and used from there. */
const root = join(import.meta.dirname, "../..");
const cache = join(root, "node_modules/.cache/morrow");
let project = "";

beforeAll(() => {
  mkdirSync(cache, { recursive: true });
  // Below the repository's node_modules, so that what the package depends on is found there.
  project = mkdtempSync(join(cache, "packaging-"));
  const installed = join(project, "node_modules/@morrow/resilience");
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["xzf", packResilience(project), "-C", installed, "--strip-components=1"]);
  writeFileSync(join(project, "package.json"), JSON.stringify({ type: "module" }));
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

test("no TypeScript sources and no tests are in it", () => {
  const files = readdirSync(join(project, "node_modules/@morrow/resilience"), {
    recursive: true,
    encoding: "utf8",
  });
  expect(files.filter((file) => /(?<!\.d)\.tsx?$|\.test\./.test(file))).toEqual([]);
});

test("a browser gets what it uses and nothing of Node", async () => {
  const all = await bundle('export * from "@morrow/resilience";');
  const few = await bundle('export { policy, timeout } from "@morrow/resilience";');
  expect(all).not.toMatch(/from\s*["']node:|import\(["']node:/);
  expect(few).not.toContain("circuit-open");
  expect(gzipSync(few).length).toBeLessThan(gzipSync(all).length);
});
