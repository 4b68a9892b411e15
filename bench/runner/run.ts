/**
 * What the runner costs: an empty experiment as a whole process, and an experiment of many activities that run `true`, beside the plain
 * spawning of as many. The original `chaos` is measured in the same rounds where it is on the PATH.
 *   [ROUNDS=5] [ACTIVITIES=1000] node bench/runner/run.ts
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = Number(process.env["ROUNDS"] ?? 5);
const activities = Number(process.env["ACTIVITIES"] ?? 1000);
const main = join(import.meta.dirname, "..", "..", "apps", "cli", "src", "main.ts");
const launcher = join(import.meta.dirname, "..", "..", "apps", "cli", "bin", "morrow.js");

interface Way {
  readonly name: string;
  readonly words: readonly [string, ...string[]];
  /** Seconds. */
  readonly empty: number[];
  readonly many: number[];
}

const ways: Way[] = [
  { name: "morrow run", words: [process.execPath, main, "run"], empty: [], many: [] },
  { name: "morrow run, by its launcher", words: ["node", launcher, "run"], empty: [], many: [] },
];
if (spawnSync("chaos", ["--version"]).error === undefined)
  ways.push({
    name: "chaos run",
    words: ["chaos", "--no-version-check", "--no-log-file", "run"],
    empty: [],
    many: [],
  });
const spawns: number[] = [];
const starts: number[] = [];

const folder = await mkdtemp(join(tmpdir(), "morrow-bench-"));
try {
  await writeFile(join(folder, "empty.json"), experiment([]));
  await writeFile(
    join(folder, "many.json"),
    experiment(
      Array.from({ length: activities }, (_, index) => ({
        type: "action",
        name: `true ${index}`,
        provider: { type: "process", path: "true" },
      })),
    ),
  );
  for (let round = 0; round < rounds; round += 1) {
    starts.push(await timed(() => finished([process.execPath, "-e", "0"])));
    spawns.push(await timed(plainSpawns));
    for (const { words, empty, many } of ways) {
      empty.push(await timed(() => finished([...words, "empty.json"])));
      many.push(await timed(() => finished([...words, "many.json"])));
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

const best = (values: readonly number[]): number => Math.min(...values);
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
console.log(`${rounds} rounds, ${activities} activities; best (median)`);
console.log(`  node -e 0${" ".repeat(28)}${show(starts)} s`);
console.log(`  plain spawns of true${" ".repeat(17)}${perActivity(spawns)} ms each`);
for (const { name, empty, many } of ways) {
  console.log(`  ${name.padEnd(35)}  empty ${show(empty)} s`);
  const own = many.map((seconds, index) => seconds - (empty[index] ?? 0));
  console.log(`  ${"".padEnd(35)}  each  ${perActivity(own)} ms`);
}

function experiment(method: unknown[]): string {
  return JSON.stringify({ title: "Bench", description: "Measured", method });
}

function show(values: readonly number[]): string {
  return `${best(values).toFixed(3)} (${median(values).toFixed(3)})`;
}

function perActivity(values: readonly number[]): string {
  const each = values.map((seconds) => (seconds * 1000) / activities);
  return `${best(each).toFixed(2)} (${median(each).toFixed(2)})`;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

async function finished([program = "", ...words]: readonly string[]): Promise<void> {
  const child = spawn(program, words, { cwd: folder, stdio: "ignore" });
  await new Promise((resolve, reject) => child.on("exit", resolve).on("error", reject));
}

/** One after the other, with the output read, as a process activity does. */
async function plainSpawns(): Promise<void> {
  for (let index = 0; index < activities; index += 1) {
    const child = spawn("true", [], { stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.resume();
    child.stderr.resume();
    await new Promise((resolve, reject) => child.on("close", resolve).on("error", reject));
  }
}
