export type { RetrospectiveDeps } from "./deps.ts";
export { type DueForPerson, dueForPerson, recentlyPublished } from "./home.ts";
export { createPublishedRetrospectiveFromImport, type ImportedRetrospective } from "./import.ts";
export { mountRetrospectives } from "./routes.ts";
