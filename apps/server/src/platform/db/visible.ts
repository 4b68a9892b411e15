import type { Audiences } from "@morrow/domain/people";
import { sql, type Expression, type RawBuilder, type SqlBool } from "kysely";

/** The authorisation rule as part of a query: rows whose audience the viewer belongs to. */
export function visible(audience: Expression<string>, audiences: Audiences): RawBuilder<SqlBool> {
  if (audiences.kind === "all") return sql<SqlBool>`true`;
  return sql<SqlBool>`${audience} = any(${[...audiences.audiences]}::text[])`;
}
