import { FollowerStopped } from "../../../platform/spine/index.ts";
import type { KnowledgeDeps } from "../deps.ts";

/** Longer than indexing what one person just did; shorter than anybody's patience. Milliseconds. */
const patience = 2_000;

export const stillIndexing = "The newest changes are still being indexed; they will be found in a moment.";

/** Waits until the index knows what had happened when this was called; false when that takes too long. */
export async function caughtUp({
  spine,
  follower,
}: Pick<KnowledgeDeps, "spine" | "follower">): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), patience);
  try {
    return await Promise.race([late.promise, reached({ spine, follower })]);
  } finally {
    clearTimeout(timer);
  }
}

async function reached({ spine, follower }: Pick<KnowledgeDeps, "spine" | "follower">): Promise<boolean> {
  try {
    await follower.reached(await spine.head());
    return true;
  } catch (error) {
    if (error instanceof FollowerStopped) return false;
    throw error;
  }
}
