import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { KnowledgeDocument } from "@morrow/domain/knowledge";
import type { Question } from "./evaluate.ts";

interface Group {
  readonly shares: "part" | "mechanism";
  readonly part: string;
  readonly failure: string;
  /** Gathered after the vocabulary was written: the nearest thing to write-ups nobody has seen. */
  readonly late?: boolean;
  readonly files: readonly string[];
}

/** Reads every write-up of the folders, recursively; the id is the file name. */
export function readCollection(folders: readonly string[]): KnowledgeDocument[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.endsWith("README.md"))
      .toSorted()
      .map((name) => readWriteUp(join(folder, name), name.split("/").at(-1) ?? name)),
  );
}

function readWriteUp(path: string, id: string): KnowledgeDocument {
  const text = readFileSync(path, "utf8");
  const front = /^---\n([\s\S]*?)\n---\n/.exec(text);
  const title = /^title: *"?(.*?)"?$/m.exec(front?.[1] ?? "")?.[1] ?? "";
  return { id, title, body: front ? text.slice(front[0].length) : text };
}

/** The words a person would paste: the first of the body, without the title. */
export function firstWords(body: string, count = 60): string {
  return body.trim().split(/\s+/).slice(0, count).join(" ");
}

/** Every member of every group asks for the others. Groups are split into halves by the hash of their name. */
export function readQuestions(present: ReadonlySet<string>): { questions: Question[]; groups: number } {
  const path = join(import.meta.dirname, "groups.json");
  if (!existsSync(path)) return { questions: [], groups: 0 };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file is part of this project
  const groups = (JSON.parse(readFileSync(path, "utf8")) as Group[])
    .map((group) => ({ ...group, files: group.files.filter((file) => present.has(file)) }))
    .filter((group) => group.files.length > 1);
  const questions = groups.flatMap((group) =>
    group.files.map((query): Question => {
      const name = `${group.part}: ${group.failure}`;
      // Late groups never took part in tuning.
      const half =
        !group.late && (createHash("sha256").update(name).digest()[0] ?? 0) % 2 === 0 ? "tuned" : "held-out";
      const relevant = new Set(group.files.filter((file) => file !== query));
      return { group: name, shares: group.shares, half, late: group.late ?? false, query, relevant };
    }),
  );
  return { questions, groups: groups.length };
}

/**
 * One question for each write-up: any other that shares a group with it counts. "mechanism" where no group of it shares
 * the part; held out where none of its groups was tuned on.
 */
export function perWriteUp(questions: readonly Question[]): Question[] {
  const byQuery = new Map<string, Question[]>();
  for (const question of questions)
    byQuery.set(question.query, [...(byQuery.get(question.query) ?? []), question]);
  return [...byQuery].map(([query, own]) => ({
    group: own.map((question) => question.group).join("; "),
    shares: own.some((question) => question.shares === "part") ? "part" : "mechanism",
    half: own.some((question) => question.half === "tuned") ? "tuned" : "held-out",
    late: own.every((question) => question.late),
    query,
    relevant: new Set(own.flatMap((question) => [...question.relevant])),
  }));
}
