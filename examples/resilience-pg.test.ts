/**
 * PostgreSQL through a policy: a statement that takes too long is cancelled at the server as well, its connection goes on being
 * used, and only errors of the database, not those of the statement, are tried again.
 */
import { policy, retry, timeout, withDeadline, type CallContext } from "@morrow/resilience";
import { fakeClock } from "@morrow/resilience/proof";
import { DatabaseError, Pool } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  acquirePostgres,
  type PostgresServer,
} from "../apps/server/src/platform/db/testing/postgres-server.ts";

/** Statements whose call can be given up. */
class Statements {
  readonly #pool: Pool;
  /** Cancelling must not wait for a free connection. */
  readonly #cancelling: Pool;

  constructor(connectionString: string) {
    this.#pool = new Pool({ connectionString, max: 1 });
    this.#cancelling = new Pool({ connectionString, max: 1 });
    // A connection that breaks while nobody uses it is replaced; nobody need know.
    for (const pool of [this.#pool, this.#cancelling]) pool.on("error", () => undefined);
  }

  async run(text: string, { signal }: CallContext): Promise<readonly unknown[]> {
    const client = await this.#pool.connect();
    let cancelled: Promise<unknown> | undefined;
    const cancel = () => {
      // The types do not have it: the number of the server's process for this connection.
      const process: unknown = Reflect.get(client, "processID");
      cancelled = this.#cancelling.query("select pg_cancel_backend($1)", [process]).catch(() => undefined);
    };
    try {
      signal.throwIfAborted();
      signal.addEventListener("abort", cancel, { once: true });
      return (await client.query(text)).rows;
    } finally {
      signal.removeEventListener("abort", cancel);
      // A cancellation that is still on its way would hit the next statement on this connection.
      await cancelled;
      client.release();
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.end(), this.#cancelling.end()]);
  }
}

/** SQLSTATE: 08 connection, 40 serialization and deadlock, 53 no resources, 57P shutting down. What is not from the server is one too. */
function isFailure(error: unknown): boolean {
  return !(error instanceof DatabaseError) || /^(08|40|53|57P)/.test(error.code ?? "");
}

const orders = policy({ name: "orders", isFailure }, retry({ attempts: 3 }), timeout(10_000));
const hasty = policy({ name: "orders", isFailure }, timeout(200));

let postgres: PostgresServer | undefined;
let statements: Statements;
/** Looks at what the server does, beside the statements. */
let watching: Pool;

beforeAll(async () => {
  postgres = await acquirePostgres().catch(() => undefined);
  if (postgres === undefined) return;
  statements = new Statements(postgres.url("postgres"));
  watching = new Pool({ connectionString: postgres.url("postgres"), max: 1 });
  // Connecting takes its time once, and is not what the tests are about.
  await orders.execute((context) => statements.run("select 1", context));
});
afterAll(async () => {
  await Promise.all([statements?.close(), watching?.end()]);
  await postgres?.stop();
});

const sleep = (context: CallContext) => statements.run("select pg_sleep(600)", context);

const sleeping =
  "select count(*)::int as sleeping from pg_stat_activity where query = 'select pg_sleep(600)' and state = 'active'";

/** The clock of a call goes on only when its statement is at the server: a busy machine may take longer than its time. */
async function untilSleeping(): Promise<void> {
  while ((await watching.query<{ sleeping: number }>(sleeping)).rows[0]?.sleeping !== 1);
}

test("a statement that takes too long ends at the server, and its connection is used again", async ({
  skip,
}) => {
  if (postgres === undefined) skip("no PostgreSQL here");
  using clock = fakeClock();
  const ended = Promise.withResolvers<unknown>();
  const call = hasty.within({ clock }).execute((context) => {
    const rows = sleep(context);
    rows.catch(ended.resolve);
    return rows;
  });
  await untilSleeping();
  await Promise.all([
    expect(call).rejects.toMatchObject({ code: "timeout", policy: "orders" }),
    clock.pass(200),
  ]);
  expect(await ended.promise).toMatchObject({ code: "57014" });
  expect(await orders.execute((context) => statements.run(sleeping, context))).toEqual([{ sleeping: 0 }]);
});

test("so it does when the request that wanted it is over", async ({ skip }) => {
  if (postgres === undefined) skip("no PostgreSQL here");
  using clock = fakeClock();
  const request = withDeadline({ timeout: 50, clock }, () =>
    orders.within({ clock }).execute(sleep, { idempotent: false }),
  );
  await untilSleeping();
  await Promise.all([expect(request).rejects.toMatchObject({ code: "deadline-exceeded" }), clock.pass(50)]);
  expect(await orders.execute((context) => statements.run(sleeping, context))).toEqual([{ sleeping: 0 }]);
});

test.for([
  ["40001", 3],
  ["23505", 1],
] as const)("SQLSTATE %s is tried %d times", async ([state, expected], { skip }) => {
  if (postgres === undefined) skip("no PostgreSQL here");
  let tried = 0;
  const call = orders.execute((context) => {
    tried += 1;
    return statements.run(`do $$ begin raise exception 'no' using errcode = '${state}'; end $$`, context);
  });
  await expect(call).rejects.toMatchObject({ code: state });
  expect(tried).toBe(expected);
});
