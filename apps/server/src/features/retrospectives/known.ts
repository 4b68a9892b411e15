import type { FieldProblem } from "@morrow/contract/errors";
import { sql } from "kysely";

import type { Trx } from "../../platform/db/index.ts";
import { Refusal } from "../../platform/http/refusal.ts";

/** @throws Refusal input.rule where a field names somebody who does not exist here; null is fine */
export async function refuseUnknownPeople(
  trx: Trx,
  named: readonly { path: readonly string[]; id: string | null | undefined }[],
): Promise<void> {
  const ids = [...new Set(named.map(({ id }) => id).filter((id) => typeof id === "string"))];
  if (ids.length === 0) return;
  const rows = await trx
    .selectFrom("person")
    .select("id")
    .where("id", "=", sql<string>`any(${ids}::uuid[])`)
    .execute();
  const known = new Set(rows.map((row) => row.id));
  const fields = named
    // uuids are the same in either case; the database answers in lower case.
    .filter(({ id }) => typeof id === "string" && !known.has(id.toLowerCase()))
    .map(({ path }): FieldProblem => ({
      path: ["body", ...path],
      code: "unknown_person",
      message: "There is no such person here.",
    }));
  if (fields.length > 0) throw new Refusal("input.rule", { fields });
}
