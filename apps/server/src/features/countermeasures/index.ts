export { createCountermeasuresFromImport, type ImportedCountermeasure } from "./import.ts";
export { countermeasuresOf, promisedBy } from "./mine.ts";
export { mountCountermeasures } from "./routes.ts";
export { Countermeasures } from "./service.ts";
export { remarksOn } from "./wording.ts";
