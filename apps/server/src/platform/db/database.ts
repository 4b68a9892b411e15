import type { Migration } from "kysely/migration";

import type { Engine } from "./embedded/engine.ts";
import type { EngineStopped } from "./errors.ts";
import type { Trx } from "./transactions.ts";

/** What the database says while it works; pino's logger fits. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Where the data lives: in a folder of this machine, or on a PostgreSQL server. */
export type DatabasePlace = { dataFolder: string } | { databaseUrl: string };

export interface DatabaseDeps {
  log: DatabaseLog;
  /** Embedded only. False lets commits return before they are on disk: for tests, never for people's data. */
  durable?: boolean;
  /**
   * Embedded only: called once when the engine fails, for example because the disk is full or broken. Every later query
   * is refused with EngineStopped; the program should end and be started again.
   */
  onStopped?: (reason: EngineStopped) => void;
  /** Embedded only: the engine of this very folder, already starting; `durable` and `onStopped` were then said to it. */
  engine?: Promise<Engine> | undefined;
  /** Where a backup is written before an existing database is migrated. Embedded: `backups` in the data folder. */
  upgradeBackups?: string;
  /** Other migrations than Morrow's own: for tests of upgrades. */
  migrations?: Readonly<Record<string, Migration>>;
}

export interface Database {
  readonly kind: "embedded" | "server";
  /**
   * Runs `fn` in a read-only transaction that sees one state of the database throughout.
   * On the embedded database transactions queue for one connection, first come, first served: keep them short.
   * Throws NestedTransaction when called inside another `read` or `write`.
   */
  read<T>(fn: (trx: Trx) => Promise<T>): Promise<T>;
  /**
   * Runs `fn` in a read-write transaction (read committed) and commits when it resolves; an error rolls back.
   * A lost race for locks is repeated up to five times on PostgreSQL: `fn` must do nothing outside the transaction.
   * Throws NestedTransaction when called inside another `read` or `write`.
   */
  write<T>(fn: (trx: Trx) => Promise<T>): Promise<T>;
  /** Waits for running transactions, writes everything out and lets go of the folder. */
  close(): Promise<void>;
}
