import {
  createContext,
  createElement,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";

import { degradedStore, type DegradedFeatures } from "./degraded-store.ts";

interface Provided {
  readonly features: DegradedFeatures;
  readonly initial: readonly string[] | undefined;
}

const nothingDegraded: Provided = { features: degradedStore(), initial: undefined };

const Degraded = createContext(nothingDegraded);

export interface DegradedProviderProps {
  readonly features: DegradedFeatures;
  /**
   * What the server rendered the page with: the first rendering in the browser then agrees with it, whatever `features` know by
   * then. What they say at that time unless given.
   */
  readonly initial?: readonly string[];
  readonly children?: ReactNode;
}

/** Says to the components below where they learn what is degraded. Without it nothing is. */
export function DegradedProvider({ features, initial, children }: DegradedProviderProps): ReactElement {
  // The same while these are: another would have everything that reads it rendered anew.
  const value = useMemo(() => ({ features, initial }), [features, initial]);
  return createElement(Degraded.Provider, { value }, children);
}

/** The names of all features that are degraded; renders anew when that changes. */
export function useDegradedFeatures(): readonly string[] {
  const { features, initial } = useContext(Degraded);
  return useSyncExternalStore(
    (listener) => features.subscribe(listener),
    () => features.degraded(),
    () => initial ?? features.degraded(),
  );
}

/** Whether this feature is degraded; renders anew when that changes, and not when others change. */
export function useDegraded(name: string): boolean {
  const { features, initial } = useContext(Degraded);
  return useSyncExternalStore(
    (listener) => features.subscribe(listener),
    () => features.degraded().includes(name),
    () => (initial ?? features.degraded()).includes(name),
  );
}

export interface FeatureProps {
  /** The name of the feature or its policy. */
  readonly name: string;
  /** What is shown while it is degraded; nothing unless given. */
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
}

/** Shows its children unless the feature is degraded. */
export function Feature({ name, fallback = null, children }: FeatureProps): ReactNode {
  return useDegraded(name) ? fallback : children;
}
