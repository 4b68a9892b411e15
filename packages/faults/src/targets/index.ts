export { processPredicate, type ProcessPredicate } from "./predicate.ts";
export { readProcess, type ProcessEntry } from "./process-table.ts";
export { selectProcesses } from "./select.ts";
