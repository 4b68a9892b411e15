export type { IndexedDocument } from "./indexing/documents.ts";
export { indexDocuments } from "./indexing/index-documents.ts";
export { removeDocuments } from "./indexing/remove.ts";
export { search } from "./search/search.ts";
export type { SearchHit, SearchPage, SearchQuestion } from "./search/search.ts";
export type { Correction } from "./search/wanted.ts";
export { similar } from "./similar.ts";
export type { SimilarHit, SimilarQuestion } from "./similar.ts";
