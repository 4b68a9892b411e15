import type { Migration } from "kysely/migration";

import * as spine from "./0001_spine.ts";

/**
 * Every migration by name, in order. Names never change and none is ever removed: a database remembers which it has.
 * Migrations go forwards only; each says in its header whether an older process can run beside it.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001_spine": spine,
};
