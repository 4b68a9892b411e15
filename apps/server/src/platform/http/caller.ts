import type { Viewer } from "@morrow/domain/people";

import type { Actor, WriteRequest } from "../spine/index.ts";

/** Who calls, and how a change of theirs is written down once. */
export interface Caller {
  viewer: Viewer;
  actor: Actor;
  /** For `spine.write`: actor, idempotency key and fingerprint of this request. */
  request: WriteRequest;
}
