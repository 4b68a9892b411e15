import type { FieldProblem } from "@morrow/contract/errors";

import type { Trx } from "../../platform/db/index.ts";
import { Refusal } from "../../platform/http/refusal.ts";

/** @throws Refusal input.rule for an owner or team that does not exist; null and left out are fine */
export async function refuseUnknown(
  trx: Trx,
  input: { ownerId?: string | null | undefined; teamId?: string | null | undefined },
): Promise<void> {
  const fields: FieldProblem[] = [];
  if (input.ownerId && !(await exists(trx, "person", input.ownerId)))
    fields.push({
      path: ["body", "ownerId"],
      code: "unknown_person",
      message: "There is no such person here.",
    });
  if (input.teamId && !(await exists(trx, "team", input.teamId)))
    fields.push({ path: ["body", "teamId"], code: "unknown_team", message: "There is no such team here." });
  if (fields.length > 0) throw new Refusal("input.rule", { fields });
}

async function exists(trx: Trx, table: "person" | "team", id: string): Promise<boolean> {
  return (await trx.selectFrom(table).select("id").where("id", "=", id).executeTakeFirst()) !== undefined;
}
