import { openDatabase } from "../../db/open-database.ts";
import { quietLog } from "../../db/testing/quiet-log.ts";
import { type Actor, openSpine } from "../index.ts";

/**
 * For crash tests: writes until it is killed, and says on standard output what was acknowledged.
 *
 *   node acknowledging-writer.ts '{"dataFolder": "…"}'
 *
 * Lines: `head <position>` at the start, then `done <subject id> <number of events>` after each write.
 */
const place: unknown = JSON.parse(process.argv[2] ?? "");
if (!isPlace(place)) throw new Error('Usage: acknowledging-writer.ts \'{"dataFolder": "…"}\'');

function isPlace(value: unknown): value is { dataFolder: string } | { databaseUrl: string } {
  return typeof value === "object" && value !== null && ("dataFolder" in value || "databaseUrl" in value);
}

const db = await openDatabase(place, { log: quietLog });
const spine = await openSpine(db);
const actor: Actor = { kind: "system", personId: null };
process.stdout.write(`head ${await spine.head()}\n`);

async function writeForEver(): Promise<never> {
  for (let turn = 0; ; turn += 1) {
    const events = 1 + (turn % 3);
    const id = await spine.write(
      { actor, idempotencyKey: `${process.pid}-${turn}-${Math.random()}` },
      async (work) => {
        const subjectId = work.newId();
        for (let n = 0; n < events; n += 1) {
          const data = { n, filler: "x".repeat(500) };
          work.record({
            what: "crash.test",
            subjectKind: "write",
            subjectId,
            incidentId: null,
            audience: "everyone",
            data,
          });
        }
        return subjectId;
      },
    );
    process.stdout.write(`done ${id} ${events}\n`);
  }
}

await Promise.all(Array.from({ length: 4 }, writeForEver));
