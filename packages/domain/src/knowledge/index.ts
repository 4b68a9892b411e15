export { analyse, fold, termsOf } from "./text/analyse.ts";
export type { Token } from "./text/analyse.ts";
export { plainProse } from "./text/sentences.ts";
export { describe, describeText, wordCount } from "./describe.ts";
export type { ConceptWeight, Fingerprint, KnowledgeDocument } from "./describe.ts";
export { collectionStats, rankSimilar, similarWeights } from "./rank-similar.ts";
export type { CollectionStats, SimilarBecause, SimilarResult, SimilarWeights } from "./rank-similar.ts";
export { conceptById, vocabulary } from "./vocabulary/index.ts";
export type { Concept, ConceptKind } from "./vocabulary/concept.ts";
