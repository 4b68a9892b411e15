import { z } from "zod";

import type { ProcessEntry } from "./process-table.ts";

/**
 * Which processes: said explicitly, never by default. Several conditions must all hold.
 * `port` is a TCP port that the process listens on; `pidFile` holds a number, as services write it.
 */
export const processPredicate = z
  .strictObject({
    pid: z.union([z.int().positive(), z.array(z.int().positive()).min(1)]),
    name: z.string().min(1),
    command: z.string().min(1).refine(isRegularExpression, "is no regular expression"),
    user: z.union([z.int().nonnegative(), z.string().min(1)]),
    parent: z.int().positive(),
    port: z.int().min(1).max(65_535),
    pidFile: z.string().min(1),
  })
  .partial()
  .refine((predicate) => Object.keys(predicate).length > 0, "needs at least one condition");

export type ProcessPredicate = z.infer<typeof processPredicate>;

/** What the conditions mean on this host, after user names, ports and files were looked up. */
export interface ResolvedPredicate {
  readonly pids?: ReadonlySet<number>;
  readonly name?: string;
  readonly command?: RegExp;
  readonly user?: number;
  readonly parent?: number;
}

export function matches(entry: ProcessEntry, predicate: ResolvedPredicate): boolean {
  return (
    (predicate.pids === undefined || predicate.pids.has(entry.pid)) &&
    (predicate.name === undefined || predicate.name === entry.name) &&
    (predicate.command === undefined || predicate.command.test(entry.commandLine)) &&
    (predicate.user === undefined || predicate.user === entry.user) &&
    (predicate.parent === undefined || predicate.parent === entry.parent)
  );
}

/**
 * Never a target, whatever was asked: init, threads of the kernel, processes that have already ended, and those that carry this one
 * (stopping them stops the undo).
 */
export function isEligible(entry: ProcessEntry, carriers: ReadonlySet<number>): boolean {
  return entry.pid !== 1 && !entry.kernelThread && entry.state !== "Z" && !carriers.has(entry.pid);
}

/** The process `self` and everything it runs under. */
export function carriersOf(self: number, entries: readonly ProcessEntry[]): Set<number> {
  const parents = new Map(entries.map((entry) => [entry.pid, entry.parent]));
  const carriers = new Set<number>();
  for (let pid: number | undefined = self; pid !== undefined && pid > 0 && !carriers.has(pid);) {
    carriers.add(pid);
    pid = parents.get(pid);
  }
  return carriers;
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source, "u") instanceof RegExp;
  } catch {
    return false;
  }
}
