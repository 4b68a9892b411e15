import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** One text to read, under the name to report it by. */
export interface Source {
  path: string;
  text: string;
}

/** Input that cannot be read; the message is a sentence that says what to do. */
export class UnusableInput extends Error {}

const markdown = /\.(?:md|markdown)$/iu;

/** The texts behind the given paths, in order; folders are walked by name and hold *.md and *.markdown. */
export async function* readSources(paths: readonly string[]): AsyncGenerator<Source> {
  for (const path of paths) {
    if (path === "-") yield { path: "<stdin>", text: await text(process.stdin) };
    else yield* readPath(path);
  }
}

async function* readPath(path: string): AsyncGenerator<Source> {
  const info = await stat(path).catch((error: unknown) => {
    throw new UnusableInput(`cannot read ${path}: ${reasonOf(error)}`, { cause: error });
  });
  if (!info.isDirectory()) {
    yield await readOne(path);
    return;
  }
  let found = false;
  for await (const file of markdownBelow(path)) {
    found = true;
    yield await readOne(file);
  }
  if (!found)
    throw new UnusableInput(
      `${path} holds no Markdown file (*.md, *.markdown). Name other files one by one.`,
    );
}

async function* markdownBelow(folder: string): AsyncGenerator<string> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== "node_modules" && !entry.name.startsWith(".")) yield* markdownBelow(path);
    } else if (markdown.test(entry.name)) yield path;
  }
}

async function readOne(path: string): Promise<Source> {
  try {
    return { path, text: new TextDecoder("utf-8", { fatal: true }).decode(await readFile(path)) };
  } catch (error) {
    const reason = error instanceof TypeError ? "it is not text in UTF-8" : reasonOf(error);
    throw new UnusableInput(`cannot read ${path}: ${reason}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown reason";
  const code = "code" in error ? error.code : undefined;
  switch (code) {
    case "ENOENT":
      return "there is no such file or folder";
    case "EACCES":
    case "EPERM":
      return "permission denied";
    case "EISDIR":
      return "it is a folder";
    default:
      return error.message;
  }
}
