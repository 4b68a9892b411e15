import { readFile } from "node:fs/promises";

import { InvalidArgumentError } from "commander";

import { Usage } from "./usage.ts";

/** `SEV2` or `2`. */
export function parseSeverity(value: string): 1 | 2 | 3 | 4 | 5 {
  switch (value.toUpperCase().replace(/^SEV/, "")) {
    case "1":
      return 1;
    case "2":
      return 2;
    case "3":
      return 3;
    case "4":
      return 4;
    case "5":
      return 5;
    default:
      throw new InvalidArgumentError("Please choose SEV1 to SEV5.");
  }
}

export function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1)
    throw new InvalidArgumentError("Please give a whole number from 1.");
  return count;
}

/** The bytes of a file, or of standard input for `-`. @throws Usage with the path */
export async function readInput(path: string): Promise<Buffer> {
  if (path === "-") {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks);
  }
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Usage(
      error.code === "ENOENT" ? `There is no file ${path}.` : `${path} can't be read: ${error.message}`,
    );
  });
}

export function parsePort(value: string): number {
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("Please give a port from 0 to 65535.");
  return port;
}
