import type { Activity } from "../document/index.ts";
import { ActivityFailed, Interrupted } from "../failures.ts";
import { runProvider } from "../providers/index.ts";
import { isMet } from "./hypothesis.ts";
import { pause } from "./pause.ts";
import { placeBeside, providerContext, type Session } from "./session.ts";

/** Why the run must stop, or null. A condition that can't be seen counts as not met: the run must not go on blindly. */
export async function firstUnmet(session: Session, conditions: readonly Activity[]): Promise<string | null> {
  const place = placeBeside(session, "stop conditions");
  for (const condition of conditions) {
    try {
      const output = await runProvider(condition, providerContext(session, place));
      if (!(await isMet(session, condition.document, output, place)))
        return `"${condition.name}" is outside of its tolerance.`;
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      const message = error instanceof Error ? error.message : String(error);
      return error instanceof ActivityFailed
        ? `"${condition.name}" failed: ${message}`
        : `"${condition.name}" can't be checked: ${message}`;
    }
  }
  return null;
}

/** Checks the conditions until it is closed, and calls `onUnmet` once. */
export function watchStopConditions(
  session: Session,
  conditions: readonly Activity[],
  frequency: number,
  onUnmet: (because: string) => Promise<void>,
): { close(): Promise<void> } {
  const closed = new AbortController();
  const watch = async (): Promise<void> => {
    const ends = AbortSignal.any([closed.signal, session.interruption.besideSignal]);
    while (!ends.aborted) {
      const because = await firstUnmet(session, conditions);
      if (closed.signal.aborted) return;
      if (because !== null) return onUnmet(because);
      await pause(frequency, ends).catch(() => {});
    }
  };
  const watching = conditions.length === 0 ? Promise.resolve() : watch().catch(() => {});
  return {
    close() {
      closed.abort();
      return watching;
    },
  };
}
