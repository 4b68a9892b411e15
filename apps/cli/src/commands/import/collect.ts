import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";

import { printNote } from "../../output/print.ts";
import { Usage } from "../../output/usage.ts";

export interface CollectedFile {
  /** As it is shown and kept: relative to where the command runs, with forward slashes. */
  path: string;
  content: { text: string } | { base64: string };
  bytes: number;
}

/** Larger files are refused by the server; saying so here spares the way. */
const maximumBytes = 5_000_000;
const batchBytes = 8_000_000;
const batchFiles = 20;

/** Named files of any ending, and below folders everything that is Markdown by its ending, in a stable order. */
export async function collectWriteups(paths: readonly string[]): Promise<CollectedFile[]> {
  const names: string[] = [];
  for (const path of paths) names.push(...(await namesAt(path)));
  if (names.length === 0) throw new Usage("There is no Markdown here (*.md, *.markdown, *.mdown, *.txt).");
  return Promise.all([...new Set(names)].map(readOne));
}

async function namesAt(path: string): Promise<string[]> {
  const facts = await stat(path).catch(() => {
    throw new Usage(`There is no file or folder ${path}.`);
  });
  if (!facts.isDirectory()) return [path];
  const found = await readdir(path, { recursive: true, withFileTypes: true });
  const left = found.filter((entry) => entry.isFile() && isReadme(entry.name));
  if (left.length > 0) printNote(`${left.length} README left out; name it to import it.`);
  return found
    .filter((entry) => entry.isFile() && isMarkdown(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function isMarkdown(name: string): boolean {
  return !name.startsWith(".") && !isReadme(name) && /\.(md|markdown|mdown|txt)$/i.test(name);
}

/** A README beside write-ups is about the folder, and would be found as an incident of its own. */
function isReadme(name: string): boolean {
  return /^readme\b/i.test(name);
}

async function readOne(name: string): Promise<CollectedFile> {
  const bytes = await readFile(name);
  if (bytes.byteLength > maximumBytes) throw new Usage(`${name} is larger than 5 MB.`);
  const path = (relative(process.cwd(), name) || name).split(sep).join("/");
  return { path, content: contentOf(bytes), bytes: bytes.byteLength };
}

/** Text where the bytes survive the way there and back; base64 otherwise, so that the original stays whole. */
function contentOf(bytes: Buffer): CollectedFile["content"] {
  const text = bytes.toString("utf8");
  return Buffer.from(text, "utf8").equals(bytes) ? { text } : { base64: bytes.toString("base64") };
}

/** Pieces that fit into one request each. */
export function* batches(files: readonly CollectedFile[]): Generator<CollectedFile[]> {
  let batch: CollectedFile[] = [];
  let bytes = 0;
  for (const file of files) {
    if (batch.length > 0 && (batch.length >= batchFiles || bytes + file.bytes > batchBytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(file);
    bytes += file.bytes;
  }
  if (batch.length > 0) yield batch;
}
