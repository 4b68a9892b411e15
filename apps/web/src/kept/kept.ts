/** Copies of the last answers, on this device, so that an open page can be read while Morrow cannot be reached.
    They belong to whoever is signed in and go when they sign out. A browser without storage simply keeps nothing. */
import { clear, createStore, delMany, entries, get, set, type UseStore } from "idb-keyval";

interface Kept {
  /** When it was answered, ms since 1970. */
  readonly at: number;
  readonly answer: unknown;
}

const longestMs = 14 * 24 * 3600 * 1000;
let store: UseStore | undefined;

function keptStore(): UseStore {
  store ??= createStore("morrow-kept", "answers");
  return store;
}

export async function keepAnswer(key: string, answer: unknown, now: number = Date.now()): Promise<void> {
  await quietly(set(key, { at: now, answer } satisfies Kept, keptStore()));
}

/** @returns undefined when nothing is kept under this key */
export async function keptAnswer(key: string): Promise<Kept | undefined> {
  return await quietly(get<Kept>(key, keptStore()));
}

/** Called when somebody signs out, and when somebody else signs in. */
export async function forgetKept(): Promise<void> {
  await quietly(clear(keptStore()));
}

/** Once in a while: what nobody looked at for two weeks goes. */
export async function forgetOldKept(now: number = Date.now()): Promise<void> {
  const all = (await quietly(entries<string, Kept>(keptStore()))) ?? [];
  const old = all.filter(([, kept]) => now - kept.at > longestMs).map(([key]) => key);
  if (old.length > 0) await quietly(delMany(old, keptStore()));
}

/** Private windows and full disks refuse storage; then pages need the server, and that is all. */
async function quietly<Value>(work: Promise<Value>): Promise<Value | undefined> {
  try {
    return await work;
  } catch {
    return undefined;
  }
}
