/** The same idempotency key came with another request; answering it with the first one's result would be a lie. */
export class IdempotencyKeyReused extends Error {
  override readonly name = "IdempotencyKeyReused";
  readonly code = "idempotency_key_reused";
  readonly key: string;

  constructor(key: string) {
    super(`The idempotency key ${JSON.stringify(key)} was already used for a different request.`);
    this.key = key;
  }
}

/** A follower was stopped while somebody waited for it. */
export class FollowerStopped extends Error {
  override readonly name = "FollowerStopped";
  readonly code = "follower_stopped";

  constructor(follower: string) {
    super(`The follower ${follower} was stopped before it reached the position waited for.`);
  }
}
