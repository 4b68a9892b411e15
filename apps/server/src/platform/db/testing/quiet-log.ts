import type { DatabaseLog } from "../database.ts";

/** For tests: nothing to say. */
export const quietLog: DatabaseLog = { info() {}, warn() {}, error() {} };
