/** Entries written here and not yet held by the server: in IndexedDB, so that neither a reload, a closed tab nor a dead battery loses
    them, and in memory for the page. Tabs tell each other of changes. */
import { createStore, del, set, values, type UseStore } from "idb-keyval";
import { useMemo, useSyncExternalStore } from "react";
import type { OutboxEntry } from "./entry.ts";

let store: UseStore | undefined;
let waiting: readonly OutboxEntry[] = [];
/** False where the browser refuses storage: what waits is then lost with the tab, and the page says so. */
let durable = true;
let loaded: Promise<void> | undefined;
const watchers = new Set<() => void>();
const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel("morrow-outbox");
channel?.addEventListener("message", () => void read());

function publish(next: readonly OutboxEntry[]): void {
  waiting = next;
  for (const watcher of watchers) watcher();
}

async function read(): Promise<void> {
  if (!durable) return;
  try {
    store ??= createStore("morrow-outbox", "entries");
    const stored = await values<OutboxEntry>(store);
    publish(stored.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  } catch {
    durable = false;
  }
}

/** Reads what earlier visits left behind; once. */
export function loadOutbox(): Promise<void> {
  loaded ??= read();
  return loaded;
}

/** Adds an entry, or puts its newer state in its place. Resolves when it is safely kept. */
export async function putEntry(entry: OutboxEntry): Promise<void> {
  await loadOutbox();
  publish([...waiting.filter(({ id }) => id !== entry.id), entry].toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  await persist((place) => set(entry.id, entry, place));
}

export async function removeEntry(id: string): Promise<void> {
  publish(waiting.filter((entry) => entry.id !== id));
  await persist((place) => del(id, place));
}

async function persist(work: (place: UseStore) => Promise<void>): Promise<void> {
  if (store === undefined || !durable) return;
  try {
    await work(store);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    channel?.postMessage("changed");
  } catch {
    durable = false;
  }
}

export function waitingEntries(): readonly OutboxEntry[] {
  return waiting;
}

export function outboxIsDurable(): boolean {
  return durable;
}

export function watchOutbox(watcher: () => void): () => void {
  watchers.add(watcher);
  void loadOutbox();
  return () => watchers.delete(watcher);
}

/** What a person wrote about an incident and the server does not hold yet, oldest first. */
export function useWaiting(incident: string, personId: string): readonly OutboxEntry[] {
  const all = useSyncExternalStore(watchOutbox, waitingEntries);
  return useMemo(
    () => all.filter((entry) => entry.incident === incident && entry.personId === personId),
    [all, incident, personId],
  );
}
