import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterEach, beforeEach, expect, test } from "vitest";

import { FaultPoints, type FaultRule } from "../index.ts";
import { faultsFromFile, type FaultFeed, type RulesError } from "./index.ts";

let folder: string;
let path: string;
let feed: FaultFeed | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "fault-rules-"));
  path = join(folder, "faults.json");
});

afterEach(async () => {
  feed?.close();
  await rm(folder, { recursive: true, force: true });
});

const rule = (id: string): FaultRule => ({
  id,
  point: "reviews",
  effects: [{ kind: "status", status: 503 }],
});
const json = (...ids: readonly string[]) => JSON.stringify(ids.map(rule));

/** Follows the file; `next` waits for what it is told next: the ids of the rules, or the code of a problem. */
function follow() {
  const points = new FaultPoints();
  const told: string[] = [];
  let wake: (() => void) | undefined;
  const tell = (what: string) => {
    told.push(what);
    wake?.();
  };
  feed = faultsFromFile(path, {
    points,
    onRules: (rules) => tell(rules.map(({ id }) => id).join(" ")),
    onProblem: (error: RulesError) => tell(error.code),
  });
  const next = async () => {
    while (told.length === 0)
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    return told.shift();
  };
  return { told, next, inForce: () => points.list().map(({ rule: { id } }) => id) };
}

test("the rules of a file are in force when the call returns, and follow its changes until it is closed", async () => {
  await writeFile(path, json("first"));
  const { next, inForce } = follow();
  expect(inForce()).toEqual(["first"]);
  expect(await next()).toBe("first");
  await writeFile(path, json("first", "second"));
  while ((await next()) !== "first second");
  expect(inForce()).toEqual(["first", "second"]);
  feed?.close();
  expect(inForce()).toEqual([]);
});

test("a file that comes later, is replaced by renaming, and goes", async () => {
  const { next, inForce } = follow();
  expect(await next()).toBe("");
  await writeFile(`${path}.new`, json("first"));
  await rename(`${path}.new`, path);
  expect(await next()).toBe("first");
  await writeFile(`${path}.new`, json("second"));
  await rename(`${path}.new`, path);
  expect(await next()).toBe("second");
  await rm(path);
  expect(await next()).toBe("");
  expect(inForce()).toEqual([]);
});

test("a half-written file keeps the last rules that made sense, and says so once", async () => {
  await writeFile(path, json("first"));
  const { told, next, inForce } = follow();
  await next();
  await writeFile(`${path}.new`, json("second").slice(0, 20));
  await rename(`${path}.new`, path);
  expect(await next()).toBe("rules.malformed");
  expect(inForce()).toEqual(["first"]);
  await writeFile(join(folder, "another"), "");
  await writeFile(`${path}.new`, json("second"));
  await rename(`${path}.new`, path);
  expect(await next()).toBe("second");
  expect(told).toEqual([]);
});

test.each([
  ["a rule that cannot be", JSON.stringify([{ ...rule("odd"), share: 2 }]), "rules.invalid"],
  ["no list", JSON.stringify(rule("odd")), "rules.invalid"],
  ["far too much", " ".repeat(2_000_000), "rules.too_large"],
])("%s changes nothing", async (_, text, code) => {
  await writeFile(path, json("first"));
  const { next, inForce } = follow();
  await next();
  await writeFile(`${path}.new`, text);
  await rename(`${path}.new`, path);
  expect(await next()).toBe(code);
  expect(inForce()).toEqual(["first"]);
});

test("a folder in its place, and a folder that is not there, are told and stop nobody", async () => {
  await mkdir(path);
  expect(await follow().next()).toBe("rules.unreadable");
  feed?.close();
  path = join(folder, "nowhere", "faults.json");
  const { next, inForce } = follow();
  expect([await next(), await next()]).toEqual(["rules.unreadable", ""]);
  expect(inForce()).toEqual([]);
});

test("a process that follows a file ends when its work is done", async () => {
  await writeFile(path, json("first"));
  const [control, sdk] = ["index.ts", "../index.ts"].map((file) => new URL(file, import.meta.url).href);
  const script = `
    import { faultsFromFile } from ${JSON.stringify(control)};
    import { faultPoints } from ${JSON.stringify(sdk)};
    faultsFromFile(${JSON.stringify(path)});
    console.log(faultPoints.list()[0].rule.id);`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  expect(stdout).toBe("first\n");
});
