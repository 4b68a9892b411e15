import { whenGivenUp, type Outer } from "../policy/outer.ts";

/** Ends of listening, each run when its body is gone: there is no event for a body that was read, or that nobody reads any more. */
const unread = new FinalizationRegistry<() => void>((unfollow) => unfollow());

/**
 * The policy is done with a response when its head is there; its body can still be given up from outside, for as long as
 * somebody may read it. Nothing stays on the caller's signal after that.
 */
export function followBody({ body }: Response, outer: Outer, giveUp: (reason: unknown) => void): void {
  if (body !== null)
    unread.register(
      body,
      whenGivenUp(outer, () => giveUp(outer.reason)),
    );
}
