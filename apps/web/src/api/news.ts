import type { StreamEntry } from "@morrow/contract/operation";

/** What the live stream says: something happened, or the connection stands and something may have been missed before it did. */
export type News =
  | { readonly kind: "entry"; readonly entry: StreamEntry }
  | { readonly kind: "connected"; readonly missed: boolean }
  | { readonly kind: "lost" };

const listeners = new Set<(news: News) => void>();

/** For pages that keep themselves up to date piece by piece. @returns how to stop listening */
export function onNews(listener: (news: News) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Only for the layout, which holds the connection. */
export function tellNews(news: News): void {
  for (const listener of listeners) listener(news);
}
