export {
  DegradedProvider,
  Feature,
  useDegraded,
  useDegradedFeatures,
  type DegradedProviderProps,
  type FeatureProps,
} from "./degraded.ts";
export { degradedStore, type DegradedFeatures, type DegradedStore } from "./degraded-store.ts";
export { degradedHeader, parseDegraded } from "../http/degraded-header.ts";
export type { Degradation } from "../request/degradations.ts";
