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
  #looks = 0;
  #checkpointAt = 0;

  constructor(engine: PGlite) {
    this.#engine = engine;
  }

  /** After a batch from the client: keeps the write-ahead log within bounds, and statistics from going stale meanwhile. */
  async afterBatch(): Promise<void> {
    this.#batches += 1;
    if (this.#batches < batchesPerLook || this.#engine.isInTransaction()) return;
    this.#batches = 0;
    if ((await this.#logBytes()) - this.#checkpointAt >= logBytes) await this.#checkpoint();
    this.#looks += 1;
    if (this.#looks % looksPerAnalysis === 0) await this.#analyseGrown();
  }

  /** When nobody has asked anything for a while. Returns true while there may be more to do. */
  async whenIdle(): Promise<boolean> {
    if (this.#engine.isInTransaction()) return false;
    // The thresholds are autovacuum's defaults.
    const table = await this.#mostChanged(
      "n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup",
    );
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

  /**
   * While there is no quiet moment, as in an import: a table that was empty when last looked at makes plans that read all of
   * it. Each is analysed as often as it doubles; large ones were when they were smaller, and would keep others waiting.
   */
  async #analyseGrown(): Promise<void> {
    const table = await this.#mostChanged("n_mod_since_analyze between 500 + 0.5 * n_live_tup and 100000");
    if (table !== null) await this.#engine.exec(`analyze ${table}`);
  }

  async #mostChanged(condition: string): Promise<string | null> {
    // Counts of changed rows otherwise stay in the engine's own memory, unseen by the view.
    await this.#engine.query("select pg_stat_force_next_flush()");
    const result = await this.#engine.query<{ table: string }>(`
      select relid::regclass::text as table from pg_stat_user_tables where ${condition}
      order by n_dead_tup + n_mod_since_analyze desc limit 1`);
    return result.rows[0]?.table ?? null;
  }
}

/** Looking at the log's size costs about 0.3 ms; once in so many batches that is nothing. */
const batchesPerLook = 50;
/** About as many requests as a minute of importing has. */
const looksPerAnalysis = 10;
/** Half of what PostgreSQL allows itself by default here (max_wal_size 64 MB). */
const logBytes = 32 * 1024 * 1024;
/** How long nobody must have asked anything, in milliseconds, before tidying up. */
export const idleAfter = 2_000;
