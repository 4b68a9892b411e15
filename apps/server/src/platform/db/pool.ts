import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import { Pool } from "pg";

import type { Engine } from "./embedded/engine.ts";
import { rowTypes } from "./row-types.ts";
import type { Tables } from "./schema.ts";

/** What the texts of dates and numbers depend on, whatever the server's own defaults are. */
const plainSession = `select set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO', false),
  set_config('intervalstyle', 'postgres', false), set_config('bytea_output', 'hex', false)`;

export interface OpenPool {
  pool: Pool;
  kysely: Kysely<Tables>;
}

function kyselyOn(pool: Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(plainSession));
      },
    }),
  });
}

/** One connection, waited for in the order of asking: the pool's own queue is the mutex. */
/**
 * A connection that breaks says so with an event that ends the process when nobody listens. The pool listens for those
 * that are idle only; the query of one in use fails as well, so there is nothing more to do than to hear it.
 */
function listenForErrors(pool: Pool, onError: (error: Error) => void): void {
  pool.on("error", onError);
  pool.on("connect", (client) => {
    client.on("error", () => undefined);
  });
}

export function embeddedPool(engine: Engine, onError: (error: Error) => void = () => undefined): OpenPool {
  const pool = new Pool({
    stream: () => engine.socket(),
    types: rowTypes,
    user: "postgres",
    database: "postgres",
    password: "",
    host: "embedded",
    max: 1,
    idleTimeoutMillis: 0,
  });
  listenForErrors(pool, onError);
  return { pool, kysely: kyselyOn(pool) };
}

export function serverPool(databaseUrl: string, onError: (error: Error) => void): OpenPool {
  const pool = new Pool({
    connectionString: databaseUrl,
    types: rowTypes,
    max: 10,
    application_name: "morrow",
  });
  listenForErrors(pool, onError);
  return { pool, kysely: kyselyOn(pool) };
}
