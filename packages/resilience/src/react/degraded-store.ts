import { degradedHeader, parseDegraded } from "../http/degraded-header.ts";

/** Where components learn which features are degraded: a `featureGroup`, or a store that the answers of a server fill. */
export interface DegradedFeatures {
  /** The names; the same array until they change. */
  degraded(): readonly string[];
  /** Calls `listener` whenever they change. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** What a page knows from the answers that it got. */
export interface DegradedStore extends DegradedFeatures {
  /** Takes over what the header `degraded` of a response says: what is not in it is as it should be again. */
  read(response: Pick<Response, "headers">): void;
}

/** A store for a page, filled by the responses that it reads. `initial` is what the page was rendered with. */
export function degradedStore(initial: readonly string[] = []): DegradedStore {
  let names = initial;
  const listeners = new Set<() => void>();
  return {
    degraded: () => names,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    read: ({ headers }) => {
      const said = parseDegraded(headers.get(degradedHeader)).map(({ name }) => name);
      if (said.length === names.length && said.every((name, index) => name === names[index])) return;
      names = said;
      for (const listener of listeners) listener();
    },
  };
}
