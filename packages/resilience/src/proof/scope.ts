import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Whom a test is about. `here`: calls made by its work, however deep and late, so that tests beside it are left alone.
 * `process`: all calls, as those of a server that runs in the same process and is asked over a socket.
 */
export type Scope = "here" | "process";

const storage = new AsyncLocalStorage<readonly symbol[]>();

/** Runs the work so that `isHere` says yes within it. */
export function within<T>(scope: symbol, work: () => T): T {
  return storage.run([...(storage.getStore() ?? []), scope], work);
}

/** Whether the running code was called, at once or later, by the work that was run within this scope. */
export function isHere(scope: symbol): boolean {
  return storage.getStore()?.includes(scope) === true;
}
