export { changeEventAudience } from "./audience.ts";
export type { Actor, Audiences, NewEvent, StoredEvent } from "./event.ts";
export { FollowerStopped, IdempotencyKeyReused } from "./errors.ts";
export type { Effects, Follower, FollowerState } from "./follower.ts";
export { openSpine, type Spine, type SpineDeps, type Work, type WriteRequest } from "./spine.ts";
