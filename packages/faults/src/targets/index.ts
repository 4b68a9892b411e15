export { processPredicate, type ProcessPredicate } from "./predicate.ts";
export { openDescriptors, readProcess, type ProcessEntry } from "./process-table.ts";
export { selectProcesses } from "./select.ts";
