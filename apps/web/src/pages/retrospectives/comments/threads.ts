import type { Comment } from "@morrow/contract/retrospectives";

/** A comment and the replies to it, oldest first. */
export interface Thread {
  readonly first: Comment;
  readonly replies: readonly Comment[];
}

/** Threads in the order in which they began. One that was withdrawn and that nobody answered is gone. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const replies = Map.groupBy(comments, ({ replyTo }) => replyTo);
  return (replies.get(null) ?? [])
    .map((first) => ({ first, replies: (replies.get(first.id) ?? []).filter(({ withdrawn }) => !withdrawn) }))
    .filter((thread) => !thread.first.withdrawn || thread.replies.length > 0);
}

export function isOpen({ first }: Thread): boolean {
  return first.settled === null;
}
