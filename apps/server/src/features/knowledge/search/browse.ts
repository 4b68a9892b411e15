import { type RawBuilder, sql } from "kysely";

import type { Trx } from "../../../platform/db/index.ts";
import type { Reach } from "../audience-class.ts";
import { all, visible } from "./narrowing.ts";
import { writePosition } from "./position.ts";
import type { Position } from "./position.ts";

interface BrowseQuestion {
  readonly reach: Reach;
  readonly conditions: readonly RawBuilder<boolean>[];
  readonly limit: number;
  readonly from: Position | undefined;
}

/** Documents by filters alone, newest first; those without a time come last. `score` of a position is the time. */
export async function browse(
  trx: Trx,
  { reach, conditions, limit, from }: BrowseQuestion,
): Promise<{ docs: number[]; next: string | null }> {
  const time = sql<number>`coalesce(extract(epoch from document.occurred_at), -1e15)::float8`;
  const behind =
    from === undefined
      ? []
      : [sql<boolean>`(${time}, document.doc) < (${from.score}::float8, ${from.doc}::int)`];
  const result = await sql<{ doc: number; time: number }>`
    select document.doc, ${time} as time from knowledge_document document
    where ${all([...conditions, visible(reach), ...behind])}
    order by ${time} desc, document.doc desc limit ${limit + 1}`.execute(trx);
  const page = result.rows.slice(0, limit);
  const last = page.at(-1);
  const more = result.rows.length > limit && last !== undefined;
  return {
    docs: page.map((row) => row.doc),
    next: more ? writePosition({ score: last.time, doc: last.doc }) : null,
  };
}
