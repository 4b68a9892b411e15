/*
 * Reads the collection of real write-ups and compares what is understood with the front matter and with rows labelled by
 * hand (labels.json: file, line, instant, precision, a hash of the row's Markdown; no text of the collection).
 *
 *   MORROW_CORPUS=/path/to/corpus node bench/writeups/run.ts
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readWriteups, type WriteupProposal } from "@morrow/writeups";
import labels from "./labels.json" with { type: "json" };

interface Label {
  file: string;
  startedAt?: string;
  resolvedAt?: string;
  rows: { line: number; instant: string; precision: string; end?: string; text: string }[];
}

const corpus = process.env["MORROW_CORPUS"];
if (corpus === undefined || !existsSync(corpus)) {
  console.log("bench/writeups: MORROW_CORPUS names no folder, so there is nothing to measure.");
  process.exit(0);
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);
const wrong: string[] = [];

function filesIn(folder: string): string[] {
  return readdirSync(join(corpus ?? "", folder)).map((name) => join(folder, name));
}

function read(path: string): { proposals: WriteupProposal[]; text: string } {
  const bytes = readFileSync(join(corpus ?? "", path));
  const text = bytes.toString("utf8");
  const proposals = readWriteups({ path, text });
  const kept = proposals.every((proposal) => Buffer.from(proposal.original, "utf8").equals(bytes));
  if (!kept) wrong.push(`${path}: the original was not kept byte for byte`);
  return { proposals, text };
}

/** `2018-07-31T00:00:00.5Z` and `…+00:00` compared as the instant they name, to the second. */
const second = (text: string): string => new Date(text).toISOString().slice(0, 19);

let milestones = 0;
function compareFrontMatter(path: string, proposals: readonly WriteupProposal[], text: string): void {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? "";
  for (const [field, key] of [
    ["start_time", "startedAt"],
    ["end_time", "resolvedAt"],
  ] as const) {
    const stated = new RegExp(`^${field}: *"?([^"\\n]+?)"? *$`, "m").exec(block)?.[1];
    if (stated === undefined) continue;
    milestones += 1;
    const found = proposals[0]?.[key]?.instant;
    if (found === undefined || found === null || second(found) !== second(stated))
      wrong.push(`${path}: ${key} is ${found}, the front matter says ${stated}`);
  }
}

let right = 0;
let total = 0;
let extra = 0;
function compareRows(label: Label): void {
  const { proposals } = read(join("retrospectives", label.file));
  const rows = proposals.flatMap((proposal) => proposal.timeline);
  const before = right;
  for (const expected of label.rows) {
    total += 1;
    const row = rows.find((each) => each.line === expected.line);
    const same =
      row?.at.instant === expected.instant &&
      row.at.precision === expected.precision &&
      (expected.end === undefined || row.at.end === expected.end) &&
      hash(row.text) === expected.text;
    if (same) right += 1;
    else
      wrong.push(
        `${label.file}:${expected.line} expected ${expected.instant}, found ${row?.at.instant} (${row?.text.slice(0, 40)})`,
      );
  }
  const labelled = new Set(label.rows.map((row) => row.line));
  const more = rows.filter((row) => !labelled.has(row.line));
  extra += more.length;
  for (const row of more) wrong.push(`${label.file}:${row.line} is no row of the timeline`);
  const first = proposals[0];
  for (const key of ["startedAt", "resolvedAt"] as const) {
    if (label[key] !== undefined && first?.[key]?.instant !== label[key])
      wrong.push(`${label.file}: ${key} expected ${label[key]}, found ${first?.[key]?.instant}`);
  }
  const asked = proposals.reduce((sum, proposal) => sum + proposal.questions.length, 0);
  console.log(
    `  ${label.file}: ${right - before} of ${label.rows.length} rows right, ${more.length} more than labelled, ${asked} questions`,
  );
}

const paths = [...filesIn("incidents"), ...filesIn("retrospectives")];
const started = performance.now();
let titled = 0;
let asked = 0;
for (const path of paths) {
  const { proposals, text } = read(path);
  compareFrontMatter(path, proposals, text);
  if (proposals.every((proposal) => proposal.title.value !== "")) titled += 1;
  asked += proposals.reduce((sum, proposal) => sum + proposal.questions.length, 0);
}
const elapsed = performance.now() - started;

console.log("Timelines labelled by hand:");
const given: readonly Label[] = labels;
for (const label of given) compareRows(label);
console.log(`Rows: ${right} of ${total} right, ${extra} more than labelled.`);
console.log(
  `Files: ${paths.length} read in ${Math.round(elapsed)} ms, ${titled} with a title, ${asked} questions; ${milestones} start and end times in front matter.`,
);
for (const line of wrong) console.log(`  wrong: ${line}`);
console.log(wrong.length === 0 ? "Everything as labelled." : `${wrong.length} differences.`);
process.exit(wrong.length === 0 ? 0 : 1);
