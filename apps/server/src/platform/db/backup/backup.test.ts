import { randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { gunzipSync, gzipSync } from "node:zlib";

import * as fc from "fast-check";
import { sql } from "kysely";
import type { Migration } from "kysely/migration";
import { describe, expect, test } from "vitest";

import { migrations as own } from "../../../migrations/index.ts";
import { type Actor, openSpine } from "../../spine/index.ts";
import { type Database, jsonb, NestedTransaction, openDatabase } from "../index.ts";
import { emptyTestPlace, quietLog, type TestDialect, type TestPlace, whyNoPostgres } from "../testing.ts";
import {
  BackupDamaged,
  BackupTooNew,
  DatabaseNotEmpty,
  readManifest,
  restoreBackup,
  writeBackup,
} from "./index.ts";

const noPostgres = await whyNoPostgres();
const somebody: Actor = { kind: "system", personId: null };

/** A table with a column of every kind, and rows that refer to each other in both directions. */
const odd: Migration = {
  async up(db) {
    await sql`create table odd (
      id int primary key, previous int references odd, text text, json jsonb, bytes bytea, texts text[], large bigint,
      exact numeric, double double precision, at timestamptz, day date, yes boolean, id2 uuid)`.execute(db);
    await sql`create table odd_index (word text, id int)`.execute(db);
    await sql`comment on table odd_index is 'derived: words of odd'`.execute(db);
    await sql`insert into odd (id, text) values (1, 'put here by the migration')`.execute(db);
  },
};
const later: Migration = {
  async up(db) {
    await sql`alter table odd add column added text not null default 'later'`.execute(db);
  },
};
const first = { ...own, "9000_odd": odd };
const second = { ...first, "9001_later": later };

async function withDatabase<T>(
  dialect: TestDialect,
  migrations: Readonly<Record<string, Migration>>,
  fn: (db: Database, place: TestPlace) => Promise<T>,
): Promise<T> {
  const place = await emptyTestPlace(dialect);
  const db = await openDatabase(place.place, { log: quietLog, durable: false, migrations });
  try {
    return await fn(db, place);
  } finally {
    await db.close();
    await place.remove();
  }
}

function backupOf(db: Database): Promise<Buffer> {
  const out = new PassThrough();
  const [, bytes] = [writeBackup(db, out), buffer(out)];
  return bytes;
}

async function everything(db: Database): Promise<unknown> {
  return db.read(async (trx) => ({
    odd: (await sql`select * from odd order by id`.execute(trx)).rows,
    events: (await sql`select * from event order by position`.execute(trx)).rows,
    head: (await sql`select * from event_head`.execute(trx)).rows,
    answers: (await sql`select * from idempotency order by key`.execute(trx)).rows,
    followers: (await sql`select * from event_follower order by name`.execute(trx)).rows,
  }));
}

const plainText = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\0", ""));
const oddRow = fc.record({
  text: fc.option(
    fc.oneof(plainText, fc.constantFrom("", "NULL", "\\N", "{}", '"', "a\nb\r\tc", "\\x00", "🚨é\u2028")),
  ),
  json: fc.option(fc.jsonValue().map((v) => JSON.parse(JSON.stringify(v).replaceAll("\\u0000", "")))),
  bytes: fc.option(fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes))),
  texts: fc.option(fc.array(fc.option(plainText), { maxLength: 4 })),
  large: fc.option(fc.maxSafeInteger()),
  exact: fc.option(fc.constantFrom("0", "1e-30", "-123456789012345678901234567890.123456789", "NaN")),
  double: fc.option(fc.double()),
  at: fc.option(fc.date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true })),
  day: fc.option(fc.constantFrom("0001-01-01", "2024-02-29", "9999-12-31", "infinity")),
  yes: fc.option(fc.boolean()),
  id2: fc.option(fc.uuid()),
});

async function fillWithOddities(db: Database): Promise<void> {
  const rows = fc.sample(oddRow, { numRuns: 300, seed: 7 });
  const spine = await openSpine(db);
  await spine.write({ actor: somebody, idempotencyKey: "k" }, async (work) => {
    for (const [index, row] of rows.entries()) {
      // Every row refers to the one after it, so no order of inserting satisfies the key row by row.
      const next = index + 11 < rows.length + 10 ? index + 11 : 10;
      await sql`insert into odd values (${index + 10}, null, ${row.text}, ${row.json === null ? null : jsonb(row.json)},
        ${row.bytes}, ${row.texts}, ${row.large}, ${row.exact}, ${row.double}, ${row.at?.toISOString() ?? null}::timestamptz,
        ${row.day}::date, ${row.yes}, ${row.id2})`.execute(work.trx);
      work.record({
        what: "odd.made",
        subjectKind: "odd",
        subjectId: `${next}`,
        incidentId: null,
        audience: "everyone",
        data: [],
      });
    }
    await sql`update odd set previous = id % ${rows.length} + 10 where id >= 10`.execute(work.trx);
    await sql`insert into odd (id, bytes) values (5, ${randomBytes(5 * 1024 * 1024)})`.execute(work.trx);
    await sql`insert into odd_index values ('left', 1)`.execute(work.trx);
    return ["answer"];
  });
  await db.write(async (trx) => {
    const at = "2026-01-01T00:00:00.000Z";
    await trx.insertInto("event_follower").values({ name: "mail", position: 300, updated_at: at }).execute();
    await trx
      .insertInto("event_follower")
      .values({ name: "derived:odd", position: 300, updated_at: at })
      .execute();
  });
  await spine.stop();
}

describe.each<[TestDialect, TestDialect]>([
  ["embedded", "embedded"],
  ["embedded", "postgres"],
  ["postgres", "embedded"],
])("from %s to %s", (from, to) => {
  const needsPostgres = from === "postgres" || to === "postgres";

  test.skipIf(needsPostgres && noPostgres !== null)("everything comes back as it was", async () => {
    await withDatabase(from, first, async (source) => {
      await fillWithOddities(source);
      const file = await backupOf(source);
      await withDatabase(to, first, async (target) => {
        const manifest = await restoreBackup(target, Readable.from([file]));
        expect(manifest).toMatchObject({ head: 300, migrations: Object.keys(first) });
        const [before, after] = [await everything(source), await everything(target)];
        expect(after).toEqual({
          ...(before as object),
          followers: [{ name: "mail", position: 300, updated_at: "2026-01-01T00:00:00.000Z" }],
        });
        const derived = await target.read((trx) => sql`select * from odd_index`.execute(trx));
        expect(derived.rows).toEqual([]);
        const broken = target.write((trx) => sql`update odd set previous = 99999 where id = 10`.execute(trx));
        await expect(broken).rejects.toThrow("foreign key");
      });
    });
  });
});

test("a backup of an older version is restored and migrated", async () => {
  const file = await withDatabase("embedded", first, async (db) => {
    await fillWithOddities(db);
    return backupOf(db);
  });
  await withDatabase("embedded", second, async (db) => {
    await restoreBackup(db, Readable.from([file]));
    const added = await db.read((trx) => sql`select added, count(*) as n from odd group by 1`.execute(trx));
    expect(added.rows).toEqual([{ added: "later", n: 302 }]);
  });
});

test("an upgrade writes a backup first, and it can be restored", async () => {
  const { place, remove } = await emptyTestPlace("embedded");
  if (!("dataFolder" in place)) throw new Error("The embedded place is a folder");
  const old = await openDatabase(place, { log: quietLog, durable: false, migrations: first });
  await fillWithOddities(old);
  await old.close();
  const upgraded = await openDatabase(place, { log: quietLog, durable: false, migrations: second });
  await upgraded.close();
  const backups = await readdir(join(place.dataFolder, "backups"));
  expect(backups).toEqual([expect.stringMatching(/^before-upgrade-.*\.morrow\.gz$/)]);
  await withDatabase("embedded", first, async (db) => {
    await restoreBackup(db, createReadStream(join(place.dataFolder, "backups", backups[0]!)));
    expect((await db.read((trx) => sql`select count(*) as n from odd`.execute(trx))).rows).toEqual([
      { n: 302 },
    ]);
  });
  await remove();
});

describe("a file that is not whole", () => {
  test("is refused, and nothing is changed", async () => {
    const file = await withDatabase("embedded", first, async (db) => {
      await fillWithOddities(db);
      return backupOf(db);
    });
    const text = gunzipSync(file).toString("utf8");
    const withoutEnd = text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1);
    const damaged = {
      "cut off": file.subarray(0, file.length - 20),
      "cut off early": file.subarray(0, 10),
      empty: Buffer.alloc(0),
      "no backup": Buffer.from("# Retrospective\n"),
      "another gzip": gzipSync("hello\n"),
      "its last line missing": gzipSync(withoutEnd),
      "one letter changed": gzipSync(text.replace("odd.made", "odd.mode")),
      "a row missing": gzipSync(text.replace(/\n\["10",.*\n/, "\n")),
      "an unknown table": gzipSync(text.replace('{"table":"odd"', '{"table":"even"')),
      "rows at the wrong place": gzipSync(text.replace(/\n\{"table":"odd".*\n/, "\n")),
    };
    await withDatabase("embedded", first, async (db) => {
      const before = await everything(db);
      for (const [what, bytes] of Object.entries(damaged)) {
        const restoring = restoreBackup(db, Readable.from([bytes]));
        const outcome = await restoring.then(
          () => "restored",
          (error: unknown) => (error instanceof BackupDamaged ? "refused" : error),
        );
        expect({ what, outcome }).toEqual({ what, outcome: "refused" });
        expect(await everything(db)).toEqual(before);
      }
      await restoreBackup(db, Readable.from([file]));
      await expect(restoreBackup(db, Readable.from([file]))).rejects.toThrow(DatabaseNotEmpty);
    });
  });

  test("of a newer version is refused by name", async () => {
    const file = await withDatabase("embedded", second, backupOf);
    expect(await readManifest(Readable.from([file]))).toMatchObject({
      head: 0,
      migrations: Object.keys(second),
    });
    await withDatabase("embedded", first, async (db) => {
      const restoring = restoreBackup(db, Readable.from([file]));
      await expect(restoring).rejects.toThrow(BackupTooNew);
      await expect(restoring).rejects.toThrow("9001_later");
    });
  });
});

test.each<TestDialect>(noPostgres === null ? ["embedded", "postgres"] : ["embedded"])(
  "on %s others write while a backup is made, and it holds one state",
  async (dialect) => {
    await withDatabase(dialect, first, async (db) => {
      const spine = await openSpine(db);
      const state = { writing: true };
      const writer = (async () => {
        while (state.writing) {
          await spine.write({ actor: somebody }, async (work) => {
            await sql`update odd set large = coalesce(large, 0) + 1 where id = 1`.execute(work.trx);
            work.record({
              what: "odd.made",
              subjectKind: "odd",
              subjectId: "1",
              incidentId: null,
              audience: "everyone",
              data: 1,
            });
          });
        }
      })();
      const start = await spine.head();
      const file = await backupOf(db);
      const end = await spine.head();
      state.writing = false;
      await writer;
      await spine.stop();
      expect(end).toBeGreaterThan(start);
      await withDatabase(dialect, first, async (target) => {
        const { head } = await restoreBackup(target, Readable.from([file]));
        const counted = await target.read((trx) =>
          sql`select (select count(*) from event) as events, (select coalesce(large, 0) from odd where id = 1) as n`.execute(
            trx,
          ),
        );
        expect(counted.rows).toEqual([{ events: head, n: head }]);
      });
    });
  },
);

test("a backup inside a transaction is refused at once", async () => {
  await withDatabase("embedded", first, async (db) => {
    const inside = db.read(() => writeBackup(db, new PassThrough()));
    await expect(inside).rejects.toThrow(NestedTransaction);
  });
});
