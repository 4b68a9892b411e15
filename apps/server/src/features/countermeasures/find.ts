import type { Audiences } from "@morrow/domain/people";
import { parseReference } from "@morrow/domain/references";
import { type Selectable, sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import type { CountermeasureTable } from "../../platform/db/tables/countermeasures.ts";
import { visible } from "../../platform/db/visible.ts";
import { Refusal } from "../../platform/http/refusal.ts";

export type CountermeasureRow = Selectable<CountermeasureTable>;

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The countermeasure that a reference (CM-12) or uuid names, if its audience includes the viewer.
 * @throws Refusal not_found for everything else, so that nobody learns what exists
 */
export async function findCountermeasure(
  trx: Trx,
  ref: string,
  audiences: Audiences,
): Promise<CountermeasureRow> {
  return orNotFound(await byReference(trx, ref, audiences)?.executeTakeFirst());
}

/** The same, held until the end of the transaction. */
export async function lockCountermeasure(
  trx: Trx,
  ref: string,
  audiences: Audiences,
): Promise<CountermeasureRow> {
  return orNotFound(await byReference(trx, ref, audiences)?.forUpdate().executeTakeFirst());
}

function orNotFound(row: CountermeasureRow | undefined): CountermeasureRow {
  if (row === undefined) throw new Refusal("not_found");
  return row;
}

function byReference(trx: Trx, ref: string, audiences: Audiences) {
  const number = parseReference("CM", ref);
  if (number === null && !uuid.test(ref)) return undefined;
  const query = trx
    .selectFrom("countermeasure")
    .selectAll()
    .where(visible(sql.ref("countermeasure.audience"), audiences));
  return number === null ? query.where("id", "=", ref) : query.where("number", "=", number);
}
