import { parseDocument } from "yaml";
import type { FrontMatter, JsonValue } from "../proposal/proposal.ts";

export interface FoundFrontMatter {
  frontMatter: FrontMatter | null;
  /** 0-based index of the first line of the body. */
  body: number;
}

/** Longer blocks are not front matter but a document that begins with a rule. */
const longest = 2_000;

/** Front matter between `---` fences (or `+++`) at the very beginning of the text. It never stops the reading. */
export function frontMatterOf(lines: readonly string[]): FoundFrontMatter {
  const fence = (lines[0] ?? "").trimEnd();
  if (fence !== "---" && fence !== "+++") return { frontMatter: null, body: 0 };
  const limit = Math.min(lines.length, longest);
  let end = 1;
  while (end < limit && !closes(lines[end] ?? "", fence)) end += 1;
  if (end >= limit) return { frontMatter: null, body: 0 };
  const raw = lines.slice(1, end).join("\n");
  // A rule at the top, not front matter: nothing between the fences looks like `key: value`.
  if (fence === "---" && !/^\s*["']?[\w-]+["']?\s*:/m.test(raw)) return { frontMatter: null, body: 0 };
  return {
    frontMatter: fence === "+++" ? unread(raw, "TOML front matter is kept but not read.") : parse(raw),
    body: end + 1,
  };
}

const closes = (line: string, fence: string): boolean =>
  line.trimEnd() === fence || (fence === "---" && line.trimEnd() === "...");

const unread = (raw: string, problem: string): FrontMatter => ({ other: {}, raw, problem });

function parse(raw: string): FrontMatter {
  try {
    // `core` without timestamps: a date stays the text that was written, so no zone is added to it.
    const document = parseDocument(raw, {
      schema: "core",
      uniqueKeys: false,
      logLevel: "silent",
      prettyErrors: false,
    });
    const problem = document.errors[0]?.message;
    const data: unknown = document.toJS({ maxAliasCount: 100 });
    const fields = sorted(isRecord(data) ? data : {}, raw);
    return problem === undefined && isRecord(data)
      ? fields
      : { ...fields, problem: problem ?? "The front matter is no list of fields." };
  } catch (cause) {
    return unread(raw, cause instanceof Error ? cause.message : "The front matter could not be read.");
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const texts = [
  "uuid",
  "url",
  "archive_url",
  "title",
  "start_time",
  "end_time",
  "company",
  "product",
  "summary",
  "source_published_at",
  "source_fetched_at",
] as const;
const lists = ["categories", "keywords"] as const;

function sorted(data: Record<string, unknown>, raw: string): FrontMatter {
  const fields: FrontMatter = { other: {}, raw };
  for (const [key, value] of Object.entries(data)) {
    const text = texts.find((known) => known === key);
    const list = lists.find((known) => known === key);
    if (text !== undefined && (typeof value === "string" || typeof value === "number"))
      fields[text] = String(value);
    else if (list !== undefined && (Array.isArray(value) || typeof value === "string"))
      fields[list] = words(value);
    else if (key !== "__proto__") fields.other[key] = json(value, 0);
  }
  return fields;
}

const words = (value: unknown[] | string): string[] =>
  (Array.isArray(value) ? value : value.split(","))
    .map((word) => String(word).trim())
    .filter((word) => word !== "");

function json(value: unknown, depth: number): JsonValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (depth > 20) return null;
  if (Array.isArray(value)) return value.map((each) => json(each, depth + 1));
  if (!isRecord(value)) return null;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, json(each, depth + 1)]));
}
