/**
 * Does `similar` find another write-up of the same failure among its first five? Morrow beside MiniSearch (BM25+, title
 * boost 2), same questions: the first 60 words of a write-up's body, the write-up itself excluded.
 *   MORROW_CORPUS=path [MORROW_CORPUS_EXTRA=path] node bench/similar/run.ts [--misses]
 */
import MiniSearch from "minisearch";
import { collectionStats, describe, describeText, rankSimilar } from "@morrow/domain/knowledge";
import { firstWords, perWriteUp, readCollection, readQuestions } from "./collection.ts";
import { ask, score } from "./evaluate.ts";
import type { Outcome, Question } from "./evaluate.ts";

const folders = [process.env["MORROW_CORPUS"], process.env["MORROW_CORPUS_EXTRA"]].filter(
  (path) => path !== undefined,
);
if (folders.length === 0) {
  console.log("bench/similar: MORROW_CORPUS is not set; nothing measured");
  process.exit(0);
}

const documents = readCollection(folders);
const texts = new Map(documents.map((document) => [document.id, firstWords(document.body)]));
const { questions, groups } = readQuestions(new Set(texts.keys()));
const queryText = (id: string): string => texts.get(id) ?? "";

const started = performance.now();
const prints = documents.map((document) => ({ id: document.id, fingerprint: describe(document) }));
const describing = (performance.now() - started) / documents.length;
const stats = collectionStats(prints.map((print) => print.fingerprint));

function morrow(id: string): string[] {
  const ranked = rankSimilar(
    describeText(queryText(id)),
    prints.filter((print) => print.id !== id),
    stats,
  );
  return ranked.slice(0, 50).map((result) => result.id);
}

const mini = new MiniSearch({ fields: ["title", "body"], idField: "id" });
mini.addAll(documents.map(({ id, title, body }) => ({ id, title, body })));
function miniSearch(id: string): string[] {
  const found = mini.search(queryText(id), { boost: { title: 2 } });
  return found
    .map((result) => String(result.id))
    .filter((other) => other !== id)
    .slice(0, 50);
}

const writeUps = perWriteUp(questions);

function timed(search: (id: string) => string[]): { outcomes: Outcome[]; own: Outcome[]; perQuery: number } {
  const before = performance.now();
  const own = ask(writeUps, search);
  const perQuery = (performance.now() - before) / Math.max(1, writeUps.length);
  return { outcomes: ask(questions, search), own, perQuery };
}

const systems = [
  ["Morrow", timed(morrow)],
  ["MiniSearch BM25+", timed(miniSearch)],
] as const;
const cuts: readonly (readonly [string, (question: Question) => boolean])[] = [
  ["all", () => true],
  ["only the mechanism shared", (question) => question.shares === "mechanism"],
  ["same part", (question) => question.shares === "part"],
  ["tuned half", (question) => question.half === "tuned"],
  ["held-out half", (question) => question.half === "held-out"],
  [
    "held-out, only the mechanism",
    (question) => question.half === "held-out" && question.shares === "mechanism",
  ],
  ["gathered after the vocabulary", (question) => question.late],
];
console.log(
  `${documents.length} write-ups, ${groups} recurrence groups, ${questions.length} questions; describing costs ${describing.toFixed(2)} ms a write-up\n`,
);
function report(outcomes: readonly Outcome[]): void {
  for (const [cut, passes] of cuts) {
    const { questions: asked, hitAt5, reciprocal } = score(outcomes, passes);
    console.log(
      `    ${cut.padEnd(30)} hit@5 ${(hitAt5 * 100).toFixed(1).padStart(5)} %   MRR ${reciprocal.toFixed(3)}   (${asked})`,
    );
  }
}

for (const [name, { outcomes, own, perQuery }] of systems) {
  console.log(`${name} (${perQuery.toFixed(2)} ms a query)`);
  console.log("  by write-up: any other write-up that shares a group");
  report(own);
  console.log("  by group and member: another member of that very group");
  report(outcomes);
}

if (process.argv.includes("--misses")) {
  for (const { question, rank } of systems[0][1].outcomes) {
    if (rank === undefined || rank > 5)
      console.log(`${question.half}  ${question.group}  ${question.query}  rank ${rank ?? "none"}`);
  }
}
