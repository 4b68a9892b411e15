import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestDatabase, type TestDatabase } from "./testing.ts";
import { titleHolds } from "./title-words.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
});

afterAll(() => database.close());

async function holds(title: string, text: string): Promise<boolean | undefined> {
  const condition = titleHolds(sql`${title}::text`, text);
  if (condition === undefined) return undefined;
  const { rows } = await database.db.read((trx) =>
    sql<{ holds: boolean }>`select ${condition} as holds`.execute(trx),
  );
  return rows[0]?.holds;
}

test("each word typed begins a word of the title, in any order", async () => {
  const title = "Pool exhausted: db-1.eu_west timed out (again)";
  const all = async (texts: string[]) => Promise.all(texts.map((text) => holds(title, text)));
  const yes = ["pool", "EXHA po", "db-1", "db 1 eu west", "(aga", "west.eu"];
  expect(await all(yes)).toEqual(yes.map(() => true));
  const no = ["ool", "pool full", "1db", "'pool':* | x"];
  expect(await all(no)).toEqual(no.map(() => false));
  expect(await holds("Größe überschritten", "größ über")).toBe(true);
  expect(await holds("", "a")).toBe(false);
  expect(await holds(title, " %_'")).toBeUndefined();
});

test.each(["incident", "countermeasure"] as const)("an index serves the titles of %s", async (table) => {
  const plan = await database.db.write(async (trx) => {
    await sql`set local enable_seqscan = off`.execute(trx);
    const condition = titleHolds(sql.ref(`${table}.title`), "pool");
    return sql<object>`explain select from ${sql.table(table)} where ${condition}`.execute(trx);
  });
  expect(JSON.stringify(plan.rows)).toContain(`${table}_by_title_word`);
});
