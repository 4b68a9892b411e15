import { useSyncExternalStore } from "react";

/** Whether a media query holds. */
function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (watcher) => {
      const list = matchMedia(query);
      list.addEventListener("change", watcher);
      return () => list.removeEventListener("change", watcher);
    },
    () => matchMedia(query).matches,
  );
}

/** "panes": three columns that scroll by themselves, where there is room both ways. "columns": three, scrolling with the window, for a low
    window or large text. "tabs": one at a time. The same limits stand in Incident.css. */
export function useIncidentLayout(): "panes" | "columns" | "tabs" {
  const wide = useMedia("(min-width: 1080px)");
  const high = useMedia("(min-height: 640px)");
  return wide ? (high ? "panes" : "columns") : "tabs";
}
