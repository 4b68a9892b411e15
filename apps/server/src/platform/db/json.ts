import { type ColumnType, type RawBuilder, sql } from "kysely";

/** Any value that JSON can carry. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A jsonb column: read as the parsed value, written only through {@link jsonb}. */
export type Json<T = JsonValue> = ColumnType<T, RawBuilder<T>, RawBuilder<T>>;

/** A jsonb column that may be SQL null. */
export type NullableJson<T = JsonValue> = ColumnType<T | null, RawBuilder<T> | null, RawBuilder<T> | null>;

/**
 * The only way to write a jsonb value. Left to itself the driver turns a JavaScript array into a PostgreSQL array,
 * and a string into bare text that is no JSON.
 */
export function jsonb<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`;
}
