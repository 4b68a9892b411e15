/**
 * Every write-up of a folder through the real command into a real server, embedded database, commits on disk: are all in,
 * known the second time, byte-identical on export, with the times of their front matter; is another write-up of the same
 * failure among the first five of `similar`; and how long does somebody else wait meanwhile?
 *   MORROW_CORPUS=path node bench/import/run.ts
 */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { type Client, createClient } from "@morrow/client";
import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { sessionRoutes } from "@morrow/contract/people";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { importResult, type ImportResult } from "@morrow/contract/writeups";
import { z } from "zod";

import { firstWords, perWriteUp, readCollection, readQuestions } from "../similar/collection.ts";
import { type Outcome, score } from "../similar/evaluate.ts";
import { morrow, type RunningServer, startServer } from "./server.ts";
import { watchWaiting } from "./waiting.ts";

const corpus = process.env["MORROW_CORPUS"];
if (corpus === undefined) {
  console.log("bench/import: MORROW_CORPUS is not set; nothing measured");
  process.exit(0);
}

const results = z.array(importResult);
const readResults = (bytes: Buffer): ImportResult[] => results.parse(JSON.parse(bytes.toString("utf8")));
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

const nobody = { longest: 0, median: 0, asked: 0 };

/** Runs `work` and says how long it took, and how long others waited for an answer without and with the database. */
async function timed<T>(client: Client, url: string, what: string, work: () => Promise<T>): Promise<T> {
  const loop = watchWaiting(async () => (await fetch(`${url}/api/nothing-here`)).text());
  const database = watchWaiting(() => client.call(sessionRoutes.show, {}));
  const before = performance.now();
  let seconds = 0;
  let [plain, read] = [nobody, nobody];
  let result: T;
  try {
    result = await work();
  } finally {
    seconds = (performance.now() - before) / 1000;
    [plain, read] = [await loop.stop(), await database.stop()];
  }
  console.log(`${what}: ${seconds.toFixed(1)} s`);
  console.log(
    `  others waited at most ${milliseconds(plain.longest)} (median ${milliseconds(plain.median)}) for an answer without, ` +
      `${milliseconds(read.longest)} (median ${milliseconds(read.median)}) for one with the database`,
  );
  return result;
}

function countStatus(items: readonly ImportResult[]): string {
  const counts = Map.groupBy(items, (item) => item.status);
  return [...counts].map(([status, of]) => `${of.length} ${status}`).join(", ");
}

async function compareOriginals(client: Client, items: readonly ImportResult[]): Promise<void> {
  let same = 0;
  for (const { ref, path } of items) {
    if (ref === null) continue;
    const answer = await client.open(retrospectiveRoutes.export, {
      params: { ref },
      query: { format: "original" },
    });
    if (Buffer.from(await answer.arrayBuffer()).equals(await readFile(path))) same += 1;
    else console.log(`  not the same bytes: ${path}`);
  }
  console.log(`originals byte-identical by API: ${same} of ${items.length}`);
}

async function compareByCommand(server: RunningServer, items: readonly ImportResult[]): Promise<void> {
  let same = 0;
  for (const { ref, path } of items) {
    const bytes = await morrow(server, "export", ref ?? "", "--format", "original");
    if (bytes.equals(await readFile(path))) same += 1;
  }
  console.log(`originals byte-identical by \`morrow export\`: ${same} of ${items.length}`);
}

/** Start and end as the front matter states them, compared as instants. */
async function compareTimes(items: readonly ImportResult[]): Promise<void> {
  const tally = { start: [0, 0], end: [0, 0] };
  for (const item of items) {
    const front = /^---\n([\s\S]*?)\n---\n/.exec(await readFile(item.path, "utf8"))?.[1] ?? "";
    for (const [name, field, got] of [
      ["start", "start_time", item.startedAt],
      ["end", "end_time", item.endedAt],
    ] as const) {
      const stated = new RegExp(`^${field}: *(\\S+)`, "m").exec(front)?.[1];
      if (stated === undefined || !/^\d{4}-\d\d-\d\dT/.test(stated)) continue;
      tally[name][1] = (tally[name][1] ?? 0) + 1;
      if (got !== null && Date.parse(got) === Date.parse(stated)) tally[name][0] = (tally[name][0] ?? 0) + 1;
      else console.log(`  ${item.path}: ${field} ${stated}, imported as ${got}`);
    }
  }
  for (const [name, [right, all]] of Object.entries(tally))
    console.log(`${name} as stated: ${right} of ${all}`);
}

/** The first 60 words of each labelled write-up, asked of the running server; itself left out of the answer. */
async function compareSimilar(client: Client, folder: string): Promise<void> {
  const documents = readCollection([folder]);
  const texts = new Map(documents.map((document) => [document.id, firstWords(document.body)]));
  const questions = perWriteUp(readQuestions(new Set(texts.keys())).questions);
  const took: number[] = [];
  const outcomes: Outcome[] = [];
  for (const question of questions) {
    const before = performance.now();
    const { items } = await client.call(knowledgeRoutes.similar, {
      body: { text: texts.get(question.query) ?? "", limit: 20 },
    });
    took.push(performance.now() - before);
    const ids = items.map((item) => item.path?.split("/").at(-1) ?? "").filter((id) => id !== question.query);
    const at = ids.findIndex((id) => question.relevant.has(id));
    outcomes.push({ question, rank: at < 0 ? undefined : at + 1 });
  }
  const all = score(outcomes, () => true);
  const mechanism = score(outcomes, (question) => question.shares === "mechanism");
  const sorted = took.toSorted((a, b) => a - b);
  console.log(
    `similar over the API: ${(all.hitAt5 * 100).toFixed(0)} % of ${all.questions} within five ` +
      `(only the mechanism shared: ${(mechanism.hitAt5 * 100).toFixed(0)} % of ${mechanism.questions}), ` +
      `median ${milliseconds(sorted[Math.floor(sorted.length / 2)] ?? 0)}, slowest ${milliseconds(sorted.at(-1) ?? 0)}`,
  );
}

/** One file of 5 MB: the write-ups one after the other, without front matter. */
async function largeFile(folder: string, at: string): Promise<string> {
  const bodies = readCollection([folder]).map((document) => document.body);
  let text = "# A very long account\n\n";
  while (text.length < 4_900_000) text += `${bodies.join("\n\n").replaceAll(/^# /gm, "### ")}\n\n`;
  const path = join(at, "large.md");
  await writeFile(path, Buffer.from(text, "utf8").subarray(0, 4_990_000));
  return path;
}

const folder = resolve(corpus);
const data = await mkdtemp(join(tmpdir(), "morrow-bench-"));
const server = await startServer(join(data, "data"));
try {
  const secret = /morrow_session=([^;]+)/.exec(
    (
      await createClient({ baseUrl: server.url }).open(sessionRoutes.signIn, {
        body: {
          email: server.env["MORROW_ADMIN_EMAIL"] ?? "",
          password: server.env["MORROW_ADMIN_PASSWORD"] ?? "",
        },
      })
    ).headers.get("set-cookie") ?? "",
  )?.[1];
  if (secret === undefined) throw new Error("The server gave no session");
  const client = createClient({ baseUrl: server.url, token: secret });
  // Signing in for every command would soon be too many attempts.
  server.env["MORROW_TOKEN"] = secret;
  const run = (...args: string[]) => morrow(server, ...args);

  const first = readResults(
    await timed(client, server.url, "import of everything", () => run("import", folder, "--json")),
  );
  const files = new Set(first.map((item) => item.path)).size;
  console.log(`${files} files, ${first.length} incidents: ${countStatus(first)}`);
  console.log(`open questions: ${first.reduce((sum, item) => sum + item.questions.length, 0)}`);
  const before = performance.now();
  await client.call(knowledgeRoutes.search, { query: { q: "outage" } });
  console.log(`searchable ${milliseconds(performance.now() - before)} later`);
  const again = readResults(
    await timed(client, server.url, "the same again", () => run("import", folder, "--json")),
  );
  console.log(`again: ${countStatus(again)}`);
  await compareOriginals(client, first);
  await compareByCommand(
    server,
    first.filter((item) => relative(folder, resolve(item.path)).startsWith("retrospectives")),
  );
  await compareTimes(first);
  await compareSimilar(client, folder);
  const large = await largeFile(folder, data);
  const one = readResults(
    await timed(client, server.url, "one file of 5 MB", () => run("import", large, "--json")),
  );
  console.log(`5 MB: ${countStatus(one)}, ${one[0]?.timelineRows ?? 0} timeline rows`);
  await timed(client, server.url, "indexing it", () =>
    client.call(knowledgeRoutes.search, { query: { q: "outage" } }),
  );
} finally {
  await server.stop();
  await rm(data, { recursive: true });
}
