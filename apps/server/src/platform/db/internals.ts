import type { Kysely } from "kysely";
import type { Migration } from "kysely/migration";

import type { Database, DatabaseLog } from "./database.ts";
import type { Engine } from "./embedded/engine.ts";
import type { Tables } from "./schema.ts";

/** What only the platform itself may reach: connections outside any transaction. */
export interface DatabaseInternals {
  readonly kysely: Kysely<Tables>;
  /** The engine, its folder, and a way to keep everybody else from it for a moment; null on a server. */
  readonly embedded: EmbeddedInternals | null;
  readonly databaseUrl: string | null;
  readonly migrations: Readonly<Record<string, Migration>>;
  readonly log: DatabaseLog;
  /** Throws NestedTransaction inside `read` or `write`; for work that takes connections of its own. */
  refuseInside(what: string): void;
}

export interface EmbeddedInternals {
  readonly engine: Engine;
  readonly folder: string;
  /** Runs `fn` while nobody else has the connection, in the order of asking. */
  alone<T>(fn: () => Promise<T>): Promise<T>;
}

const internals = new WeakMap<Database, DatabaseInternals>();

export function setInternals(db: Database, inside: DatabaseInternals): void {
  internals.set(db, inside);
}

/** For platform/db and platform/spine only. */
export function internalsOf(db: Database): DatabaseInternals {
  const found = internals.get(db);
  if (found === undefined) throw new TypeError("This database was not opened by openDatabase");
  return found;
}
