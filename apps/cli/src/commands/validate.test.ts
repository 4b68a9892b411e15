import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";

const main = join(import.meta.dirname, "..", "main.ts");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "morrow-validate-"));
  await writeFile(
    join(folder, "good.yaml"),
    "title: A\ndescription: B\nmethod:\n- {type: probe, name: p, provider: {type: process, path: sh}}\n",
  );
  await writeFile(join(folder, "wrong.json"), '{"title": "A", "title": "", "method": [{"ref": "nobody"}]}');
  await writeFile(
    join(folder, "lacks.yml"),
    "title: A\ndescription: B\nmethod:\n- {type: probe, name: p, provider: {type: process, path: no-such-program}}\n",
  );
  await writeFile(join(folder, "broken.yaml"), "a: [");
});

afterAll(() => rm(folder, { recursive: true }));

test("a valid experiment is exit code 0", async () => {
  const { code, out } = await validate("good.yaml");
  expect(code).toBe(0);
  expect(out).toBe("good.yaml: valid\n");
});

test("everything wrong is said with its place and what to do, and is exit code 1", async () => {
  const { code, out } = await validate("wrong.json", "good.yaml");
  expect(code).toBe(1);
  expect(out).toContain("wrong.json: not valid, 3 problems, 1 note\n");
  for (const line of [
    "wrong at title  [experiment.title]",
    "wrong at description",
    "wrong at method[0].ref",
    "note at line 1",
  ])
    expect(out).toContain(line);
  expect(out).toContain("good.yaml: valid\n");
});

test("what the machine lacks leaves the document valid, unless --here", async () => {
  const { code, out } = await validate("lacks.yml");
  expect(code).toBe(0);
  expect(out).toContain("lacks.yml: valid, 1 requirement that this machine lacks\n");
  expect((await validate("lacks.yml", "--here")).code).toBe(1);
});

test("json has the same, and unusable sources are exit code 2", async () => {
  const { code, out } = await validate("--json", "lacks.yml", "broken.yaml", "none.json");
  expect(code).toBe(2);
  expect(JSON.parse(out)).toMatchObject([
    {
      source: "lacks.yml",
      valid: true,
      runnable: false,
      problems: [],
      requirements: [{ code: "program.missing" }],
    },
    { source: "broken.yaml", valid: false, unusable: { code: "document.syntax" } },
    { source: "none.json", valid: false, unusable: { code: "document.missing" } },
  ]);
});

async function validate(...words: string[]): Promise<{ code: number | null; out: string }> {
  const child = spawn(process.execPath, [main, "validate", ...words], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const out = await text(child.stdout);
  return { code: await ended, out };
}
