/**
 * Precision and recall of the coach, per rule, and its speed.
 *
 * `node bench/coach/run.ts [--verbose]`. The judged write-ups are not part of this repository: MORROW_CORPUS names the
 * folder that holds them (`incidents/`, `retrospectives/`). Without it only our own sentences are scored.
 */
import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { coach, rules } from "@morrow/coach";
import { lintText } from "@morrow/coach/lint";
import {
  hashOfLine,
  type Half,
  type Label,
  readLabels,
  readOwnRequests,
  readOwnSentences,
} from "./labels.ts";
import { describeScore, ScoreBoard } from "./score.ts";

const verbose = process.argv.includes("--verbose");
const halves: readonly Half[] = ["tuned", "held-out"];

await scoreOwnSentences();
await scoreOwnRequests();
const corpus = process.env["MORROW_CORPUS"];
if (corpus === undefined) console.log("MORROW_CORPUS is not set: the judged write-ups are left out.");
else await scoreCorpus(corpus);
await measureSpeed(corpus);

async function scoreOwnSentences(): Promise<void> {
  const board = new ScoreBoard();
  for (const { half, heading, text, flagged } of await readOwnSentences()) {
    const found = coach(heading === "" ? text : `## ${heading}\n\n${text}`);
    for (const { id } of rules) {
      const wanted = [...(flagged[id] ?? [])];
      for (const remark of found.filter((candidate) => candidate.ruleId === id)) {
        const at = wanted.findIndex((words) => remark.text.includes(words) || words.includes(remark.text));
        board.add(half, id, at < 0 ? "wrong" : "right");
        if (at < 0) tell(`wrong   ${id}: [${remark.text}] in: ${text}`);
        else wanted.splice(at, 1);
      }
      for (const words of wanted) {
        board.add(half, id, "missed");
        tell(`missed  ${id}: [${words}] in: ${text}`);
      }
    }
  }
  print("own sentences", board);
}

/** Regression test of be-more-careful: the rules were repaired with these in view. */
async function scoreOwnRequests(): Promise<void> {
  const board = new ScoreBoard();
  for (const { markdown, isAppeal } of await readOwnRequests()) {
    const isFlagged = coach(markdown).some(({ ruleId }) => ruleId === "be-more-careful");
    if (!isFlagged && !isAppeal) continue;
    const verdict = isFlagged === isAppeal ? "right" : isAppeal ? "missed" : "wrong";
    board.add("tuned", "be-more-careful", verdict);
    if (verdict !== "right")
      tell(`${verdict.padEnd(7)} be-more-careful: ${markdown.trim().split("\n").at(-1)}`);
  }
  console.log("own requests, tuned");
  console.log(describeScore("be-more-careful", board.of("tuned", "be-more-careful")));
}

async function scoreCorpus(folder: string): Promise<void> {
  const labels = await readLabels();
  const board = new ScoreBoard();
  for (const kind of ["incidents", "retrospectives"]) {
    const names = (await readdir(join(folder, kind))).toSorted();
    for (const [index, name] of names.entries()) {
      const file = `${kind}/${name}`;
      const text = await readFile(join(folder, file), "utf8");
      const half = halfOf(kind, name, index, labels);
      scoreFile(
        file,
        text,
        half,
        labels.filter((label) => label.file === file),
        board,
      );
    }
  }
  print("judged write-ups", board);
}

function halfOf(kind: string, name: string, index: number, labels: readonly Label[]): Half {
  const known = labels.find((label) => label.file === `${kind}/${name}`)?.half;
  return known ?? (kind === "incidents" && index % 2 === 1 ? "tuned" : "held-out");
}

function scoreFile(
  file: string,
  text: string,
  half: Half,
  labels: readonly Label[],
  board: ScoreBoard,
): void {
  const lines = text.split("\n");
  const open = new Set(labels);
  for (const label of labels) {
    if (hashOfLine(lines[label.line - 1] ?? "") !== label.hash)
      throw new Error(`${file}:${label.line} is not the text that was judged`);
  }
  for (const finding of lintText(file, text)) {
    const hit = [...open].find(
      (label) =>
        label.rule === finding.ruleId &&
        label.line === finding.line &&
        label.column < finding.endColumn &&
        label.endColumn > finding.column,
    );
    board.add(half, finding.ruleId, hit === undefined ? "wrong" : "right");
    if (hit === undefined) tell(`wrong   ${finding.ruleId} ${file}:${finding.line}:${finding.column}`);
    else open.delete(hit);
  }
  for (const label of open) {
    board.add(half, label.rule, "missed");
    tell(`missed  ${label.rule} ${file}:${label.line}:${label.column}`);
  }
}

async function measureSpeed(folder: string | undefined): Promise<void> {
  const sentences = (await readOwnSentences()).map((sentence) => sentence.text.replaceAll(/^- /gu, ""));
  const words = folder === undefined ? sentences : [...(await corpusParagraphs(folder))];
  let text = "";
  let count = 0;
  for (let index = 0; count < 5000; index += 1) {
    const paragraph = words[index % words.length] ?? "";
    text += `${paragraph}\n\n`;
    count += paragraph.split(/\s+/u).length;
  }
  for (let round = 0; round < 20; round += 1) coach(text);
  const times: number[] = [];
  const cpu = process.cpuUsage();
  for (let round = 0; round < 40; round += 1) {
    const start = performance.now();
    coach(text);
    times.push(performance.now() - start);
  }
  const median = times.toSorted((a, b) => a - b)[20] ?? 0;
  const own = process.cpuUsage(cpu).user / 40_000;
  console.log(
    `speed: ${count} words read again in ${median.toFixed(1)} ms (median of 40; ${own.toFixed(1)} ms of processor time), ${((1000 * median) / count).toFixed(2)} ms per 1,000 words`,
  );
}

async function corpusParagraphs(folder: string): Promise<string[]> {
  const path = join(folder, "retrospectives");
  await access(path);
  const paragraphs: string[] = [];
  for (const name of (await readdir(path)).toSorted()) {
    paragraphs.push(...(await readFile(join(path, name), "utf8")).split(/\n{2,}/u));
  }
  return paragraphs;
}

function print(title: string, board: ScoreBoard): void {
  for (const half of halves) {
    if (rules.every(({ id }) => Object.values(board.of(half, id)).every((count) => count === 0))) continue;
    console.log(`${title}, ${half}`);
    for (const { id } of rules) console.log(describeScore(id, board.of(half, id)));
  }
}

function tell(line: string): void {
  if (verbose) console.log(line);
}
