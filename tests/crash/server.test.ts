import { createClient } from "@morrow/client";
import { sessionRoutes } from "@morrow/contract/people";
import { sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";

import { type DatabasePlace, openDatabase } from "../../apps/server/src/platform/db/index.ts";
import {
  emptyTestPlace,
  quietLog,
  type TestDialect,
  type TestPlace,
  whyNoPostgres,
} from "../../apps/server/src/platform/db/testing.ts";
import { openSpine } from "../../apps/server/src/platform/spine/index.ts";
import { administrator, type RunningServer, startServer } from "../support/server-process.ts";
import { WritingClients } from "./writing-clients.ts";

/** A few in every run; MORROW_CRASHES=30 for the whole proof. */
const crashes = Number(process.env["MORROW_CRASHES"] ?? "2");
const noPostgres = await whyNoPostgres();

/** The whole proof takes minutes: it says how far it is, and its figures at the end. */
function say(line: string): void {
  if (process.env["MORROW_CRASHES"] !== undefined)
    process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`);
}

const servers: RunningServer[] = [];
const places: TestPlace[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.kill();
  for (const place of places.splice(0)) await place.remove();
});

async function start(place: DatabasePlace): Promise<RunningServer> {
  const server = await startServer(place);
  servers.push(server);
  return server;
}

async function signIn(url: string): Promise<string> {
  const answer = await createClient({ baseUrl: url }).open(sessionRoutes.signIn, { body: administrator });
  await answer.body?.cancel();
  return /morrow_session=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "")?.[1] ?? "";
}

/** What is stored, read without the server. */
async function readStored(place: DatabasePlace) {
  const db = await openDatabase(place, { log: quietLog });
  const spine = await openSpine(db);
  const events = await spine.read(0, 1_000_000);
  const head = await spine.head();
  const texts = await db.read(async (trx) => {
    const read = async (table: string, column: string) => {
      const rows = await sql<{ text: string }>`
        select ${sql.ref(column)} as text from ${sql.table(table)}`.execute(trx);
      return rows.rows.map((row) => row.text);
    };
    return {
      incident: await read("incident", "title"),
      note: await read("timeline_event", "body"),
      countermeasure: await read("countermeasure", "title"),
    };
  });
  await spine.stop();
  await db.close();
  return { positions: events.map((event) => event.position), head, texts };
}

/** How often each text of these is stored, when that is not exactly once. */
function notOnce(wanted: Iterable<string>, stored: readonly string[]): string[] {
  const times = Map.groupBy(stored, (text) => text);
  return [...wanted].flatMap((text) => {
    const count = times.get(text)?.length ?? 0;
    return count === 1 ? [] : [`${text}: ${count} times`];
  });
}

describe.each<TestDialect>(["embedded", "postgres"])("the server on %s", (dialect) => {
  test.skipIf(dialect === "postgres" && noPostgres !== null)(
    `killed ${crashes} times while people write: what was acknowledged is there once, and the log has no hole`,
    { timeout: 60_000 + crashes * 60_000 },
    async () => {
      const place = await emptyTestPlace(dialect);
      places.push(place);
      let server = await start(place.place);
      const token = await signIn(server.url);
      const people = new WritingClients(server.url, token);
      await people.begin();
      for (let crash = 0; crash < crashes; crash += 1) {
        const writes = 5 + ((crash * 37) % 53);
        let killed: Promise<void> = Promise.resolve();
        const dying = server;
        await people.writeUntilGone(writes, () => {
          killed = dying.kill();
        });
        await killed;
        // The next start needs no hand: the same command on the same data.
        server = await start(place.place);
        await people.continueAt(server.url, token);
        say(`${dialect}: kill ${crash + 1} of ${crashes}, ${people.total} acknowledged`);
      }
      await server.stop();
      servers.length = 0;

      const stored = await readStored(place.place);
      expect(stored.positions).toEqual(stored.positions.map((_, index) => index + 1));
      expect(stored.head).toBe(stored.positions.length);
      const { acknowledged } = people;
      expect(people.unanswered).toEqual([]);
      expect(notOnce(acknowledged.incident, stored.texts.incident)).toEqual([]);
      expect(notOnce(acknowledged.note, stored.texts.note)).toEqual([]);
      expect(notOnce(acknowledged.countermeasure, stored.texts.countermeasure)).toEqual([]);
      expect(people.total).toBeGreaterThanOrEqual(crashes * 5);
      say(
        `${dialect}: ${crashes} kills, ${people.total} acknowledged writes, ${people.resent} sent again, ${stored.head} log positions`,
      );
    },
  );
});
