import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { type Database, openDatabase } from "../db/index.ts";
import { openTestDatabase, quietLog, type TestDatabase, whyNoPostgres } from "../db/testing.ts";
import { type Actor, type Follower, FollowerStopped, type NewEvent, openSpine, type Spine } from "./index.ts";

const actor: Actor = { kind: "system", personId: null };
const happened: NewEvent = {
  what: "thing.happened",
  subjectKind: "thing",
  subjectId: "1",
  incidentId: null,
  audience: "everyone",
  data: null,
};

function write(spine: Spine): Promise<void> {
  return spine.write({ actor }, async (work) => work.record(happened));
}

function newsIn(spine: Spine): Promise<number> {
  return new Promise((resolve) => {
    const stop = spine.subscribe((position) => {
      stop();
      resolve(position);
    });
  });
}

function writeSlowly(spine: Spine, n: number): Promise<unknown> {
  return spine.write({ actor }, async (work) => {
    work.record(happened);
    await sql`select pg_sleep(${(n % 5) / 500})`.execute(work.trx);
  });
}

function followInto(spine: Spine): Follower {
  return spine.follow("once", async (trx, events) => {
    for (const event of events) await sql`insert into effect values (${event.position})`.execute(trx);
  });
}

/** Two database objects with a spine each stand for two processes: they share nothing but the server. */
describe.skipIf((await whyNoPostgres()) !== null)("two processes on one server", () => {
  let database: TestDatabase;
  let other: Database;
  let here: Spine;
  let there: Spine;

  beforeAll(async () => {
    database = await openTestDatabase("postgres");
    other = await openDatabase(database.place, { log: quietLog });
    [here, there] = await Promise.all([openSpine(database.db), openSpine(other)]);
  });

  afterAll(async () => {
    await here.stop();
    await there.stop();
    await other.close();
    await database.close();
  });

  test("each hears of the other's commits", async () => {
    const heard = newsIn(there);
    await write(here);
    expect(await heard).toBe(await here.head());
  });

  test("news comes again after the connection for it broke, with what was missed", async () => {
    const heard = newsIn(there);
    await database.db.write(async (trx) => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'morrow news'`.execute(
        trx,
      );
    });
    await write(here);
    expect(await heard).toBe(await here.head());
    const again = newsIn(here);
    await write(there);
    expect(await again).toBe(await here.head());
  });

  test("writers of both leave no hole, and a reader that polls never misses a late commit", async () => {
    const start = await here.head();
    const seen: number[] = [];
    const state = { writing: true };
    const reading = (async () => {
      for (let after = start; ; after = seen.at(-1) ?? start) {
        const last = !state.writing;
        const events = await there.read(after, 100);
        seen.push(...events.map((event) => event.position));
        if (last && events.length === 0) return;
      }
    })();
    await Promise.all(Array.from({ length: 100 }, (_, n) => writeSlowly(n % 2 === 0 ? here : there, n)));
    state.writing = false;
    await reading;
    expect(seen).toEqual(Array.from({ length: 100 }, (_, n) => start + 1 + n));
  });

  test("the same request to both at once is done once", async () => {
    const request = { actor, idempotencyKey: "both", fingerprint: "f" };
    const run = (spine: Spine) =>
      spine.write(request, async (work) => {
        await sql`select pg_sleep(0.05)`.execute(work.trx);
        work.record(happened);
        return work.newId();
      });
    const before = await here.head();
    const [first, second] = await Promise.all([run(here), run(there)]);
    expect(first).toBe(second);
    expect(await here.head()).toBe(before + 1);
  });

  test("a follower in both has its effects once, and the second takes over when the first stops", async () => {
    await database.db.write((trx) => sql`create table effect (position bigint)`.execute(trx));
    const [first, second] = [followInto(here), followInto(there)];
    await Promise.all(Array.from({ length: 40 }, (_, n) => write(n % 2 === 0 ? here : there)));
    await Promise.all([first.reached(await here.head()), second.reached(await here.head())]);
    await first.stop();
    await expect(first.reached((await here.head()) + 1)).rejects.toThrow(FollowerStopped);
    await write(here);
    await second.reached(await here.head());
    const stored = await database.db.read((trx) =>
      sql<{ position: number }>`select position from effect`.execute(trx),
    );
    const positions = stored.rows.map((row) => row.position);
    expect(positions).toEqual(Array.from({ length: await here.head() }, (_, n) => n + 1));
  });
});
