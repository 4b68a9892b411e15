import { randomBytes } from "node:crypto";

import { Client } from "pg";

import { openDatabase } from "../open-database.ts";
import { migrationsDigest } from "./embedded-template.ts";
import type { PostgresServer } from "./postgres-server.ts";
import { quietLog } from "./quiet-log.ts";

/** Any number, the same in every test process: the lock under which the template is made. */
const templateLock = 716_001;

async function asOwner<T>(server: PostgresServer, fn: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: server.url("postgres") });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

/** Makes a migrated, empty database and returns its name. */
export async function createTestDatabase(server: PostgresServer): Promise<string> {
  const template = `template_${await migrationsDigest()}`;
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(server, async (client) => {
    await client.query("select pg_advisory_lock($1)", [templateLock]);
    const there = await client.query("select 1 from pg_database where datname = $1", [template]);
    if (there.rowCount === 0) await makeTemplate(server, client, template);
    await client.query("select pg_advisory_unlock($1)", [templateLock]);
    await client.query(`create database ${name} template ${template}`);
  });
  return name;
}

async function makeTemplate(server: PostgresServer, client: Client, template: string): Promise<void> {
  const making = `making_${randomBytes(6).toString("hex")}`;
  await client.query(`create database ${making}`);
  const db = await openDatabase({ databaseUrl: server.url(making) }, { log: quietLog });
  await db.close();
  await client.query(`alter database ${making} rename to ${template}`);
}

export async function createEmptyDatabase(server: PostgresServer): Promise<string> {
  const name = `test_${randomBytes(6).toString("hex")}`;
  await asOwner(server, (client) => client.query(`create database ${name}`));
  return name;
}

/** Drops it and says how many connections stayed open: that is a leak in the code under test. */
export async function dropTestDatabase(server: PostgresServer, name: string): Promise<number> {
  return asOwner(server, async (client) => {
    const left = await connectionsLeft(client, name);
    await client.query(`drop database ${name} with (force)`);
    return left;
  });
}

/** A server process takes a moment to end after its client has gone; a leaked connection stays for good. */
async function connectionsLeft(client: Client, name: string): Promise<number> {
  let left = 0;
  for (let look = 0; look < 1_000; look += 1) {
    const result = await client.query<{ count: string }>(
      "select count(*) from pg_stat_activity where datname = $1 and backend_type = 'client backend'",
      [name],
    );
    left = Number(result.rows[0]?.count ?? 0);
    if (left === 0) break;
    await client.query("select pg_sleep(0.02)");
  }
  return left;
}
