import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";

const module = pathToFileURL(join(import.meta.dirname, "lint.ts")).href;
const script = `const { lintCommand } = await import(${JSON.stringify(module)}); await lintCommand().parseAsync(process.argv.slice(1), { from: "user" });`;

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "morrow-lint-"));
  await mkdir(join(folder, "deep", "node_modules"), { recursive: true });
  await writeFile(join(folder, "outage.md"), "# Outage\n\nThe alert should have fired.\n");
  await writeFile(join(folder, "deep", "calm.markdown"), "Traffic moved to the second zone.\n");
  await writeFile(join(folder, "deep", "notes"), "We forgot to drain the node.\n");
  await writeFile(join(folder, "deep", "node_modules", "other.md"), "We forgot to drain the node.\n");
  await writeFile(join(folder, "binary.md"), Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]));
});

afterAll(() => rm(folder, { recursive: true }));

test("json is a flat list, and errors make exit code 1", async () => {
  const { code, out } = await lint([join(folder, "outage.md"), "--format", "json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    {
      path: join(folder, "outage.md"),
      line: 3,
      column: 11,
      endLine: 3,
      endColumn: 28,
      ruleId: "counterfactual",
      severity: "error",
      message: "This tells of a past that did not happen.",
      question: "What did happen, and what made it the sensible thing at the time?",
    },
  ]);
});

test("folders are searched for Markdown; other files can be named", async () => {
  const { code, out } = await lint([join(folder, "deep"), join(folder, "deep", "notes")]);
  expect(code).toBe(1);
  expect(out).toContain(
    `${join(folder, "deep", "notes")}:1:4  error  This makes a person the cause.  blame-person`,
  );
  expect(out).toContain("1 place in 2 files");
});

test("nothing to ask is exit code 0", async () => {
  expect(await lint([join(folder, "deep")])).toEqual({
    code: 0,
    out: "1 file read, nothing to ask.\n",
    problem: "",
  });
});

test("standard input, one rule, SARIF", async () => {
  const { code, out } = await lint(
    ["-", "--rule", "blame-person", "--format", "sarif"],
    "We forgot, and it should have fired.",
  );
  expect(code).toBe(1);
  const log: unknown = JSON.parse(out);
  expect(log).toMatchObject({ version: "2.1.0", runs: [{ results: [{ ruleId: "blame-person" }] }] });
});

test.each([
  ["a missing file", ["gone.md"], "there is no such file or folder"],
  ["a file that is not text", ["binary.md"], "not text in UTF-8"],
  ["a folder without Markdown", ["deep/node_modules"], "holds no Markdown file"],
])("%s is exit code 2 with a reason", async (_name, paths, reason) => {
  if (reason.startsWith("holds")) await rm(join(folder, "deep", "node_modules", "other.md"), { force: true });
  const { code, out, problem } = await lint(paths.map((path) => join(folder, path)));
  expect([code, out]).toEqual([2, ""]);
  expect(problem).toContain(reason);
});

test("an unknown rule names the known ones", async () => {
  const { code, problem } = await lint(["-", "--rule", "tone"], "");
  expect(code).not.toBe(0);
  expect(problem).toContain("counterfactual, blame-person");
});

async function lint(
  args: string[],
  input?: string,
): Promise<{ code: number | null; out: string; problem: string }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", script, "--", ...args], {
    stdio: "pipe",
  });
  child.stdin.end(input ?? "");
  const exit = new Promise<number | null>((resolve) => {
    child.once("close", resolve);
  });
  const [out, problem, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { code, out, problem };
}
