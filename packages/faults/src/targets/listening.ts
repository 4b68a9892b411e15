import { readFile } from "node:fs/promises";

import { socketsOf, type ProcessEntry } from "./process-table.ts";

/** TCP_LISTEN in include/net/tcp_states.h, as /proc/net/tcp prints it. */
const listening = "0A";

/** Processes among these that listen on a TCP port in our network namespace. */
export async function listenersOn(port: number, entries: readonly ProcessEntry[]): Promise<Set<number>> {
  const wanted = await listeningSockets(port);
  const found = new Set<number>();
  if (wanted.size === 0) return found;
  for (const entry of entries) {
    if (entry.kernelThread) continue;
    const sockets = await socketsOf(entry.pid);
    if (sockets.intersection(wanted).size > 0) found.add(entry.pid);
  }
  return found;
}

async function listeningSockets(port: number): Promise<Set<string>> {
  const tables = await Promise.all(
    ["/proc/net/tcp", "/proc/net/tcp6"].map((path) => readFile(path, "utf8").catch(() => "")),
  );
  return new Set(tables.flatMap((table) => socketsListeningOn(port, table)));
}

/** Inode numbers of the sockets that listen on a port, from the text of /proc/net/tcp. */
export function socketsListeningOn(port: number, table: string): string[] {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  return table
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[1]?.endsWith(suffix) === true && fields[3] === listening)
    .flatMap((fields) => fields[9] ?? []);
}
