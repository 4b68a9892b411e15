/** Says things to screen readers that sighted people see happen: new timeline entries, a filter's result. */
import { useSyncExternalStore } from "react";

let message = "";
let turn = 0;
const watchers = new Set<() => void>();

/** Polite: waits for what is being read. The same words twice are said twice. */
export function announce(text: string): void {
  turn += 1;
  // A changing invisible character makes equal messages differ, or they would not be spoken again.
  message = turn % 2 === 0 ? text : `${text}\u00a0`;
  for (const watcher of watchers) watcher();
}

export function useAnnouncement(): string {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => message,
  );
}
