import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

import { internalsOf } from "./internals.ts";
import { DatabaseTooNew, jsonb, NestedTransaction, openDatabase, type Trx } from "./index.ts";
import { chosenDialect, emptyTestPlace, openTestDatabase, quietLog, type TestDatabase } from "./testing.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await database.db.write(async (trx) => {
    await sql`create table note (id int primary key, body jsonb, seen int not null default 0)`.execute(trx);
    await sql`insert into note (id) values (1), (2)`.execute(trx);
  });
});

afterAll(() => database.close());

test("column values reach JavaScript the same on every database", async () => {
  const result = await database.db.read((trx) =>
    sql`select
      '2014-09-25 18:03:07.5+02'::timestamptz as tenth, '2014-09-25 18:03:07.123456Z'::timestamptz as micro,
      '1969-12-31 23:59:59Z'::timestamptz as whole, null::timestamptz as none, 'infinity'::timestamptz as forever,
      array['2020-01-01 00:00Z'::timestamptz, null] as instants,
      '2024-02-29'::date as day, array['2024-02-29'::date] as days,
      9007199254740991::int8 as large, array[1::int8, null] as larges, 7::int4 as small, 1.50::numeric as price,
      '{"a": [1, null, "ü"]}'::jsonb as json, 'null'::jsonb as json_null, '\\x00ff'::bytea as bytes,
      array['a,b', 'c"d', null] as texts, 'NaN'::float8 as nan, 0.1::float8 as tenth_float, true as yes`.execute(
      trx,
    ),
  );
  expect(result.rows[0]).toEqual({
    tenth: "2014-09-25T16:03:07.500Z",
    micro: "2014-09-25T18:03:07.123456Z",
    whole: "1969-12-31T23:59:59.000Z",
    none: null,
    forever: "infinity",
    instants: ["2020-01-01T00:00:00.000Z", null],
    day: "2024-02-29",
    days: ["2024-02-29"],
    large: 9007199254740991,
    larges: [1, null],
    small: 7,
    price: "1.50",
    json: { a: [1, null, "ü"] },
    json_null: null,
    bytes: Buffer.from([0, 255]),
    texts: ["a,b", 'c"d', null],
    nan: Number.NaN,
    tenth_float: 0.1,
    yes: true,
  });
});

test("an int8 that a number can't hold exactly is an error, not a wrong number", async () => {
  const reading = database.db.read((trx) => sql`select 9007199254740993::int8 as n`.execute(trx));
  await expect(reading).rejects.toThrow("9007199254740993");
});

test("jsonb() stores arrays and strings as JSON", async () => {
  for (const value of [[1, [2]], "text", null, { a: [] }]) {
    const result = await database.db.read((trx) =>
      sql<{ v: unknown }>`select ${jsonb(value)} as v`.execute(trx),
    );
    expect(result.rows[0]?.v).toEqual(value);
  }
});

test.each([
  ["write", "write"],
  ["write", "read"],
  ["read", "write"],
  ["read", "read"],
] as const)("%s with %s inside fails at once", async (outer, inner) => {
  const nested = database.db[outer](() => database.db[inner](async () => 1));
  await expect(nested).rejects.toBeInstanceOf(NestedTransaction);
  expect(await database.db.read(async () => 2)).toBe(2);
});

test("a handle is dead after its transaction", async () => {
  let kept: Trx | undefined;
  await database.db.write(async (trx) => {
    kept = trx;
  });
  await expect(kept!.selectFrom("event_head").selectAll().execute()).rejects.toThrow("already committed");
});

test("a read can't write", async () => {
  const writing = database.db.read((trx) => sql`update note set seen = seen + 1`.execute(trx));
  await expect(writing).rejects.toThrow("read-only transaction");
});

test("an error rolls back, and the next transaction is sound", async () => {
  const failing = database.db.write(async (trx) => {
    await sql`update note set seen = 99`.execute(trx);
    await sql`select 1/0`.execute(trx);
  });
  await expect(failing).rejects.toMatchObject({ code: "22012" });
  const swallowed = database.db.write(async (trx) => {
    await sql`update note set seen = 98`.execute(trx);
    await sql`select 1/0`.execute(trx).catch(() => undefined);
  });
  await expect(swallowed).rejects.toThrow("rolled back instead of committed");
  const seen = await database.db.read((trx) => sql`select distinct seen from note`.execute(trx));
  expect(seen.rows).toEqual([{ seen: 0 }]);
});

test("writers that lock each other out are repeated until both are done", async () => {
  const bump = (first: number, second: number) =>
    database.db.write(async (trx) => {
      await sql`update note set seen = seen + 1 where id = ${first}`.execute(trx);
      await sql`select pg_sleep(0.05)`.execute(trx);
      await sql`update note set seen = seen + 1 where id = ${second}`.execute(trx);
    });
  await Promise.all([bump(1, 2), bump(2, 1), bump(1, 2), bump(2, 1)]);
  const seen = await database.db.read((trx) => sql`select distinct seen from note`.execute(trx));
  expect(seen.rows).toEqual([{ seen: 4 }]);
});

async function countNotes(trx: Trx): Promise<number | undefined> {
  const result = await sql<{ n: number }>`select count(*) as n from note`.execute(trx);
  return result.rows[0]?.n;
}

test("a read sees one state throughout", async () => {
  // On the embedded database the write waits for its turn; on a server it commits in the middle of the read.
  const other = database.db.kind === "server" ? await openDatabase(database.place, { log: quietLog }) : null;
  const [first, second] = await database.db.read(async (trx) => {
    const before = await countNotes(trx);
    await other?.write((inner) => sql`insert into note (id) values (3)`.execute(inner));
    return [before, await countNotes(trx)];
  });
  await other?.close();
  expect(second).toBe(first);
});

test.skipIf(chosenDialect() === "embedded")(
  "a connection that breaks fails its query and nothing else",
  async () => {
    const breaking = database.db.write((trx) =>
      sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx),
    );
    await expect(breaking).rejects.toThrow(/terminat/);
    expect(await database.db.read(async () => 1)).toBe(1);
  },
);

test("an empty place is migrated once, and several openings at once agree", async () => {
  const { place, remove } = await emptyTestPlace();
  const openings = "databaseUrl" in place ? 3 : 1;
  const all = await Promise.all(
    Array.from({ length: openings }, () => openDatabase(place, { log: quietLog })),
  );
  for (const db of all) {
    expect(await db.read((trx) => trx.selectFrom("event_head").selectAll().execute())).toEqual([
      { one: true, position: 0 },
    ]);
    await db.close();
  }
  await remove();
});

test("a database of a newer version is left alone", async () => {
  const fresh = await openTestDatabase();
  await internalsOf(fresh.db).kysely.executeQuery(
    sql`insert into kysely_migration (name, timestamp) values ('9999_future', 'later')`.compile(
      internalsOf(fresh.db).kysely,
    ),
  );
  await fresh.db.close();
  await expect(openDatabase(fresh.place, { log: quietLog })).rejects.toThrow(DatabaseTooNew);
  await fresh.close();
});
