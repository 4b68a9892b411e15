import type { Database } from "../../platform/db/index.ts";
import type { Spine } from "../../platform/spine/index.ts";

export interface PeopleDeps {
  db: Database;
  spine: Spine;
  /** The clock: ISO instant. */
  now: () => string;
  /** Address that people reach Morrow by, without a trailing slash; links are made with it. */
  publicUrl: string;
}
