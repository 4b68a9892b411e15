import { useSyncExternalStore } from "react";

/** Whether the window matches, for what is not only a matter of style. @param query a media query */
export function useWide(query: string): boolean {
  return useSyncExternalStore(
    (watcher) => {
      const media = matchMedia(query);
      media.addEventListener("change", watcher);
      return () => media.removeEventListener("change", watcher);
    },
    () => matchMedia(query).matches,
  );
}
