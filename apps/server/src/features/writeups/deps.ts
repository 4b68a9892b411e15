import type { Database } from "../../platform/db/index.ts";
import type { Spine } from "../../platform/spine/index.ts";
import type { Reader } from "./reading/reader.ts";

export interface WriteupDeps {
  db: Database;
  spine: Spine;
  reader: Reader;
  /** The clock: ISO instant. */
  now: () => string;
}
