export {
  type Database,
  type DatabaseDeps,
  type DatabaseLog,
  type DatabasePlace,
  openDatabase,
} from "./database.ts";
export { DataFolderInUse, DatabaseTooNew, EngineStopped, NestedTransaction } from "./errors.ts";
export { type Json, type JsonValue, jsonb, type NullableJson } from "./json.ts";
export type { Instant, Tables } from "./schema.ts";
export type { Trx } from "./transactions.ts";
