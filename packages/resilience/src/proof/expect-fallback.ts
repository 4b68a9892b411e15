import { isDeepStrictEqual } from "node:util";

import { signals as sharedSignals, type Signals } from "../signals/signals.ts";
import { ProofError } from "./proof-error.ts";
import { shown } from "./shown.ts";
import { isHere, within, type Scope } from "./scope.ts";

export interface ExpectFallbackOptions {
  /** What the answer must be, compared deeply. Not compared where absent. */
  readonly answer?: unknown;
  /** The name of the policy whose fallback it must be. Any where absent. */
  readonly policy?: string;
  /** Whose fallbacks count. `here` where absent. */
  readonly scope?: Scope;
  /** Where the policy tells what happened, where not to the shared signals. */
  readonly signals?: Signals;
}

/**
 * Does the work and expects that a fallback was served in it. Resolves to the work's answer.
 * @throws ProofError when no fallback was served, the answer is another one, or the work failed.
 */
export async function expectFallback<T>(
  work: () => PromiseLike<T> | T,
  { policy, scope = "here", signals = sharedSignals, ...expected }: ExpectFallbackOptions = {},
): Promise<T> {
  const here = Symbol("expectFallback");
  const served = new Set<string>();
  const unsubscribe = signals.subscribe((signal) => {
    if (signal.kind === "fallback-served" && (scope === "process" || isHere(here))) served.add(signal.policy);
  });
  const wanted = policy === undefined ? "a fallback" : `the fallback of ${policy}`;
  let answer: T;
  try {
    answer = await within(here, work);
  } catch (error) {
    throw new ProofError(`Instead of serving ${wanted} the work failed: ${shown(error)}`, { cause: error });
  } finally {
    unsubscribe();
  }
  if (policy === undefined ? served.size === 0 : !served.has(policy))
    throw new ProofError(
      `The answer ${shown(answer)} did not come from ${wanted}: ${othersThan(served)}. The call may have succeeded, or ended otherwise.`,
    );
  if ("answer" in expected && !isDeepStrictEqual(answer, expected.answer))
    throw new ProofError(
      `${wanted} was served, and the answer is ${shown(answer)} instead of ${shown(expected.answer)}.`,
    );
  return answer;
}

function othersThan(served: ReadonlySet<string>): string {
  return served.size === 0 ? "none was served" : `only those of ${[...served].join(", ")} were served`;
}
