import MiniSearch from "minisearch";
import { parseQuery } from "@morrow/domain/knowledge";
import { benchDocument, benchQueries } from "./collection.ts";
import { line, shortest, summarise } from "./timings.ts";

/** MiniSearch in memory: no permissions, no filters, no phrases; typing errors by its fuzzy option. */
export async function measureMiniSearch(
  size: number,
  rounds: number,
  warmUp: number,
  tries: number,
): Promise<void> {
  console.log(
    `\nMiniSearch in memory, ${size.toLocaleString("en")} documents (no permissions, filters or phrases)`,
  );
  const mini = new MiniSearch({ fields: ["title", "lead", "text"] });
  const heapBefore = process.memoryUsage().heapUsed;
  const started = performance.now();
  for (let at = 0; at < size; at += 1) {
    const { id, title, lead, text } = benchDocument(at);
    mini.add({ id, title, lead, text });
  }
  const perDocument = (performance.now() - started) / size;
  const bytes = (process.memoryUsage().heapUsed - heapBefore) / size / 1024;
  console.log(`  indexing: ${perDocument.toFixed(2)} ms and about ${bytes.toFixed(1)} KB of heap a document`);
  const all: number[] = [];
  for (const { name, text } of benchQueries) {
    const taken: number[] = [];
    for (let n = -warmUp; n < rounds; n += 1) {
      const { words, phrases } = parseQuery(text(n + warmUp));
      const ask = async (): Promise<unknown> =>
        mini.search([...words, ...phrases].join(" "), {
          boost: { title: 2 },
          fuzzy: name.startsWith("typing") ? 0.2 : false,
          prefix: name.startsWith("unfinished"),
        });
      const time = await shortest(tries, ask);
      if (n >= 0) taken.push(time);
    }
    all.push(...taken);
    console.log(line(summarise(name, taken, 0)));
  }
  console.log(line(summarise("ALL TWENTY", all, 0)));
}
