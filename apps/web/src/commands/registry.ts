/** What can be done from anywhere with ⌘K. Pages add theirs while they are on screen; the latest come first. */
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from "react";
import type { Keys } from "../keyboard/matching.ts";

export interface Command {
  /** Stable and unique among what is on screen. */
  readonly id: string;
  /** A verb and its object: "Declare an incident". */
  readonly label: string;
  /** "Here" for what acts on this page; it stands first. */
  readonly group: "Here" | "Do" | "Go to" | "Settings" | "Found" | "Search";
  /** Other words people may type for it. */
  readonly keywords?: string;
  readonly hint?: ReactNode;
  readonly icon?: ReactNode;
  readonly keys?: Keys;
  readonly run: () => void;
}

/** Answers to what is typed, such as search results; must give up when the signal says so. */
export type CommandSource = (query: string, signal: AbortSignal) => Promise<readonly Command[]>;

interface Registry {
  readonly commands: readonly (readonly Command[])[];
  readonly sources: readonly CommandSource[];
}

let registry: Registry = { commands: [], sources: [] };
const watchers = new Set<() => void>();

function publish(next: Registry): void {
  registry = next;
  for (const watcher of watchers) watcher();
}

function subscribe(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Offers commands while the component is mounted; `run` is always the latest. */
export function useCommands(commands: readonly Command[]): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  const shape = commands.map((each) => `${each.id}\t${each.label}`).join("\n");
  useEffect(() => {
    if (shape === "") return;
    const mine = latest.current.map((each, index) => ({ ...each, run: () => latest.current[index]?.run() }));
    publish({ ...registry, commands: [mine, ...registry.commands] });
    return () => publish({ ...registry, commands: registry.commands.filter((group) => group !== mine) });
  }, [shape]);
}

/** Adds a source of answers while the component is mounted. Keep it the same between renders (module scope or useCallback). */
export function useCommandSource(source: CommandSource): void {
  useEffect(() => {
    publish({ ...registry, sources: [...registry.sources, source] });
    return () => publish({ ...registry, sources: registry.sources.filter((each) => each !== source) });
  }, [source]);
}

export function useRegistry(): Registry {
  return useSyncExternalStore(subscribe, () => registry);
}
