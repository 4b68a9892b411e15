import { loadavg } from "node:os";
import type { Audiences } from "@morrow/domain/people";
import { search, similar } from "../../apps/server/src/features/knowledge/index.ts";
import type { Database } from "../../apps/server/src/platform/db/index.ts";
import { benchDocument, benchQueries, grantedIncident } from "./collection.ts";
import type { BenchQuery } from "./collection.ts";
import { line, shortest, summarise } from "./timings.ts";
import type { Timings } from "./timings.ts";

export const rounds = 25;
export const warmUp = 3;

const readers: Record<BenchQuery["reader"], Audiences> = {
  member: { kind: "list", audiences: ["everyone", "members", `incident:${grantedIncident}`] },
  "few rights": { kind: "list", audiences: ["everyone", `incident:${grantedIncident}`] },
  administrator: { kind: "all" },
};

/** Runs every kind of query against a filled index and prints its times; of several tries of one query the fastest counts. */
export async function measure(db: Database, size: number, tries = 1): Promise<void> {
  console.log(`  machine load ${loadavg()[0]?.toFixed(1) ?? "?"} before measuring`);
  const everything: Timings[] = [];
  for (const { name, reader, text } of benchQueries) {
    const taken: number[] = [];
    let hits = 0;
    for (let n = -warmUp; n < rounds; n += 1) {
      const time = await shortest(tries, async () => {
        const page = await db.read((trx) =>
          search(trx, { query: text(n + warmUp), audiences: readers[reader], limit: 20 }),
        );
        hits += page.hits.length / tries;
      });
      if (n >= 0) taken.push(time);
    }
    const timings = summarise(name, taken, hits / (rounds + warmUp));
    everything.push(timings);
    console.log(line(timings));
  }
  const all = everything.flatMap((one) => one.taken);
  console.log(line(summarise("ALL TWENTY", all, 0)));
  const alike: number[] = [];
  for (let n = 0; n < 40; n += 1) {
    const given = benchDocument((n * 37) % size);
    const text = `${given.lead} ${given.text.slice(0, 300)}`;
    const question = { text, audiences: readers.member, limit: 5, excludeId: given.id };
    alike.push(await shortest(tries, () => db.read((trx) => similar(trx, question))));
  }
  console.log(line(summarise("similar, five", alike, 5)));
}
