import { join } from "node:path";

/** What the original did with each case: `npm run test:peers -- --record` writes it. */
export const recordedPath = join(import.meta.dirname, "recorded.json");

/** For PYTHONPATH: the modules of the cases. */
export const modulesPath = join(import.meta.dirname, "cases", "modules");
