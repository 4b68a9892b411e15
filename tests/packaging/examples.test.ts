import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { root, unpackedProject } from "./unpacked-project.ts";

/** The TypeScript in the package's README and its guide, checked as strictly as can be against the package as others get it. */
const guide = join(root, "docs/guides/resilience");
const pages = [
  join(root, "docs/guides/resilience.md"),
  join(root, "packages/resilience/README.md"),
  ...readdirSync(guide).map((page) => join(guide, page)),
];

/** What the examples leave to their reader: globals, so that an example which says it itself stands before them. */
const readersOwn = `
import type { Policy } from "@morrow/resilience";
import type { Express } from "express";
import type { ComponentType } from "react";

declare global {
  const app: Express;
  const recommendations: Policy<string[]>;
  const reviews: Policy<string[]>;
  const shop: Policy;
  const url: string;
  const priceUrl: string;
  const node: string;
  const signal: AbortSignal;
  const popularThisWeek: string[];
  const namesTheServerRenderedWith: readonly string[];
  const shard: { readonly name: string };
  const page: { render(): Promise<string> };
  const Reviews: ComponentType;
  function query(shard: { readonly name: string }, signal: AbortSignal): Promise<unknown>;
  function recommend(user: string, tenant: string): Promise<unknown[]>;
  function loadPage(): Promise<string>;
  function load(): Promise<string[]>;
  function work(): Promise<void>;
  function test(name: string, work: () => Promise<unknown>): void;
}
`;

interface Example {
  readonly file: string;
  readonly source: string;
}

/** Each block becomes a file in which it has the lines that it has on its page, so that errors say where they are. */
function examplesOf(page: string): readonly Example[] {
  const text = readFileSync(page, "utf8");
  return [...text.matchAll(/^```(tsx?)\n(.*?)^```$/gms)].map(({ 1: kind = "", 2: code = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    return { file: `${basename(page, ".md")}-${line}.${kind}`, source: "\n".repeat(line) + code };
  });
}

let project = "";

beforeAll(() => {
  project = unpackedProject();
  mkdirSync(join(project, "examples"));
  writeFileSync(join(project, "readers-own.d.ts"), readersOwn);
  const compilerOptions = {
    target: "es2024",
    lib: ["es2024", "esnext.disposable", "dom", "dom.iterable"],
    module: "nodenext",
    moduleDetection: "force",
    types: ["node"],
    jsx: "react-jsx",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    skipLibCheck: true,
    noEmit: true,
  };
  writeFileSync(
    join(project, "tsconfig.json"),
    JSON.stringify({ compilerOptions, include: ["readers-own.d.ts", "examples"] }),
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

test("the examples of the README and the guide are TypeScript that holds", () => {
  const examples = pages.flatMap(examplesOf);
  expect(examples.length).toBeGreaterThan(20);
  for (const { file, source } of examples) writeFileSync(join(project, "examples", file), source);
  const check = spawnSync(join(root, "node_modules/.bin/tsc"), ["-p", project, "--pretty", "false"], {
    cwd: project,
    encoding: "utf8",
  });
  expect(check.stdout).toBe("");
  expect(check.status).toBe(0);
});
