import type { Database } from "../../platform/db/index.ts";
import type { Spine } from "../../platform/spine/index.ts";
import type { Coaching } from "../coach/index.ts";
import type { PolicyFeature } from "../policy/index.ts";

export interface RetrospectiveDeps {
  db: Database;
  spine: Spine;
  policy: Pick<PolicyFeature, "current">;
  coaching: Pick<Coaching, "read">;
  /** The clock: ISO instant. */
  now: () => string;
  /** Address that people reach Morrow by, without a trailing slash. */
  publicUrl: string;
}
