import type { PGlite } from "@electric-sql/pglite";

/**
 * What PostgreSQL's background processes do elsewhere. The embedded one has none: left alone it never checkpoints, so
 * that its log grows by every byte written until it is closed (150 MB of inserts left 156 MB of log), and it never
 * vacuums or gathers the statistics that good query plans need.
 */
export class Maintenance {
  readonly #engine: PGlite;
  tablesTidied = 0;
  #batches = 0;
  #checkpointAt = 0;

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  /** After a batch from the client: keeps the write-ahead log within bounds. */
  async afterBatch(): Promise<void> {
    this.#batches += 1;
    if (this.#batches < batchesPerLook || this.#engine.isInTransaction()) return;
    this.#batches = 0;
    if ((await this.#logBytes()) - this.#checkpointAt >= logBytes) await this.#checkpoint();
  }

  /** When nobody has asked anything for a while. Returns true while there may be more to do. */
  async whenIdle(): Promise<boolean> {
    if (this.#engine.isInTransaction()) return false;
    // Counts of changed rows otherwise stay in the engine's own memory, unseen by the view below.
    await this.#engine.query("select pg_stat_force_next_flush()");
    const table = await this.#mostChangedTable();
    if (table !== null) {
      await this.#engine.exec(`vacuum (analyze) ${table}`);
      this.tablesTidied += 1;
      return true;
    }
    if ((await this.#logBytes()) !== this.#checkpointAt) await this.#checkpoint();
    return false;
  }

  /** After this, a crash has nothing to replay. */
  async #checkpoint(): Promise<void> {
    await this.#engine.exec("checkpoint");
    this.#checkpointAt = await this.#logBytes();
  }

  async #logBytes(): Promise<number> {
    const result = await this.#engine.query<{ bytes: number }>(
      "select (pg_current_wal_lsn() - '0/0')::float8 as bytes",
    );
    return result.rows[0]?.bytes ?? 0;
  }

  /** The thresholds are autovacuum's defaults. */
  async #mostChangedTable(): Promise<string | null> {
    const result = await this.#engine.query<{ table: string }>(`
      select relid::regclass::text as table from pg_stat_user_tables
      where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup
      order by n_dead_tup + n_mod_since_analyze desc limit 1`);
    return result.rows[0]?.table ?? null;
  }
}

/** Looking at the log's size costs about 0.3 ms; once in so many batches that is nothing. */
const batchesPerLook = 50;
/** Half of what PostgreSQL allows itself by default here (max_wal_size 64 MB). */
const logBytes = 32 * 1024 * 1024;
/** How long nobody must have asked anything, in milliseconds, before tidying up. */
export const idleAfter = 2_000;
