import type { Database } from "../../platform/db/index.ts";
import type { Spine } from "../../platform/spine/index.ts";
import type { PolicyFeature } from "../policy/index.ts";

export interface CountermeasureDeps {
  db: Database;
  spine: Spine;
  policy: Pick<PolicyFeature, "current">;
  /** The clock: ISO instant. */
  now: () => string;
}
