export type { Database, DatabaseDeps, DatabaseLog, DatabasePlace } from "./database.ts";
export type { Engine } from "./embedded/engine.ts";
export { DataFolderInUse, DatabaseTooNew, EngineStopped, NestedTransaction } from "./errors.ts";
export { type Json, type JsonValue, jsonb, type NullableJson } from "./json.ts";
export { openDatabase } from "./open-database.ts";
export type { Instant, Tables } from "./schema.ts";
export type { Trx } from "./transactions.ts";
