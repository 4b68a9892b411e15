import { extname } from "node:path";

import { JsonFailed, parseJson } from "../values/json.ts";
import type { Value } from "../values/index.ts";
import { LoadFailed } from "./failure.ts";
import { limits } from "./limits.ts";
import { parseYaml } from "./yaml.ts";

export { LoadFailed } from "./failure.ts";

/** What was read, and the keys that stand twice in one mapping; the last value counts. */
export interface Parsed {
  readonly value: Value;
  readonly duplicates: readonly { readonly key: string; readonly line: number }[];
}

/** Reads by the extension of a file name: .json, .yaml and .yml; null for others. @throws LoadFailed */
export function parseByExtension(name: string, text: string): Parsed | null {
  switch (extname(name)) {
    case ".json":
      return parseJsonDocument(text, name);
    case ".yaml":
    case ".yml":
      return parseYamlDocument(text, name);
    default:
      return null;
  }
}

/** @throws LoadFailed */
export function parseJsonDocument(text: string, name: string): Parsed {
  assertSize(text, name);
  const duplicates: { key: string; line: number }[] = [];
  try {
    const value = parseJson(text, {
      maxDepth: limits.depth,
      onDuplicate: (key, line) => duplicates.push({ key, line }),
    });
    return { value, duplicates };
  } catch (error) {
    if (!(error instanceof JsonFailed)) throw error;
    throw new LoadFailed("document.syntax", `${name} is not JSON: ${error.message}.`, { cause: error });
  }
}

/** @throws LoadFailed */
export function parseYamlDocument(text: string, name: string): Parsed {
  assertSize(text, name);
  return parseYaml(text, name);
}

function assertSize(text: string, name: string): void {
  if (Buffer.byteLength(text) > limits.size)
    throw new LoadFailed("document.too-large", `${name} is larger than ${limits.size / 1024 / 1024} MB.`);
}
