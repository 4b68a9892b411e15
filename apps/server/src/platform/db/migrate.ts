import { type Kysely, sql } from "kysely";
import { type Migration, Migrator } from "kysely/migration";

import { DatabaseTooNew } from "./errors.ts";
import type { Tables } from "./schema.ts";

type Migrations = Readonly<Record<string, Migration>>;

/** The names Kysely keeps its own books under. */
export const migrationTables: readonly string[] = ["kysely_migration", "kysely_migration_lock"];

/**
 * Brings the database forwards to the newest migration, or to `upTo`, and returns the names of those that were run.
 * Several processes may call it at once: one migrates, the others wait for it.
 * Throws DatabaseTooNew, or the error of the migration that failed (none is then applied).
 */
export async function migrate(
  db: Kysely<Tables>,
  options: { migrations: Migrations; upTo?: string },
): Promise<string[]> {
  const { migrations } = options;
  const unknown = (await appliedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new DatabaseTooNew(unknown);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results } =
    options.upTo === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(options.upTo);
  if (error !== undefined) {
    const failed =
      results?.find((result) => result.status === "Error")?.migrationName ?? "before the first one";
    throw new Error(`The database could not be migrated (${failed})`, { cause: error });
  }
  return (results ?? []).map((result) => result.migrationName);
}

/** The names of the migrations this database has, in order; empty for a new database. */
export async function appliedMigrations(db: Kysely<Tables>): Promise<string[]> {
  const found = await sql<{
    there: boolean;
  }>`select to_regclass('kysely_migration') is not null as there`.execute(db);
  if (found.rows[0]?.there !== true) return [];
  const names = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return names.rows.map((row) => row.name);
}
