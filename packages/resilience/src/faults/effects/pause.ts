import { wait } from "../../policy/wait.ts";
import type { Occasion } from "./effect.ts";

/**
 * Waits that long, but no longer than the rule is in force. Says whether the time is over, or the rule was first.
 * Rejects with the reason as soon as the call is given up. Leaves no timer and no listener.
 */
export async function pause(milliseconds: number, occasion: Occasion): Promise<"over" | "released"> {
  const { active, clock } = occasion;
  const until = clock.now() + milliseconds;
  // Once round, unless the rule's lease ends or changes first.
  for (let left = milliseconds; left > 0; left = until - clock.now()) {
    if (!active.inForce) return "released";
    await rest(Math.min(left, active.left()), occasion);
  }
  return "over";
}

/** Waits that long, or until something changed about the rule. */
async function rest(milliseconds: number, { active, call, clock }: Occasion): Promise<void> {
  const part = call.part(call.deadline, call.attempt);
  const stay = active.onChange(() => part.giveUp(woken));
  try {
    await wait(milliseconds, part, clock);
  } catch (reason) {
    if (reason !== woken) throw reason;
  } finally {
    stay();
    part.close();
  }
}

const woken = Symbol("woken");
