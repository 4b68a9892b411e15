import type { Database } from "../../platform/db/index.ts";
import type { Follower, Spine } from "../../platform/spine/index.ts";
import type { PolicyFeature } from "../policy/index.ts";
import type { Reader } from "../writeups/index.ts";

export interface KnowledgeDeps {
  db: Database;
  spine: Spine;
  policy: Pick<PolicyFeature, "current">;
  /** Understands pasted write-ups. */
  reader: Pick<Reader, "read">;
  /** What keeps the index in line with the log. */
  follower: Pick<Follower, "reached">;
  /** The clock: ISO instant. */
  now: () => string;
  /** Address that people reach Morrow by, without a trailing slash. */
  publicUrl: string;
}
