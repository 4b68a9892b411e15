import { ActiveRule } from "../faults/active-rule.ts";
import { checkRules } from "../faults/check-rules.ts";
import { faultPoints, type FaultPoints } from "../faults/fault-points.ts";
import type { FaultRule } from "../faults/rule.ts";
import { ruleOf, type Fault } from "./fault-shorthand.ts";
import { ProofError } from "./proof-error.ts";
import { isHere, within, type Scope } from "./scope.ts";

export interface WithFaultOptions {
  /** Whose calls the fault is for. `here` where absent. */
  readonly scope?: Scope;
  /** Whether it is all right that the fault meets no call, as one by chance may. False where absent. */
  readonly mayMiss?: boolean;
  /** Where the fault points are, where not the shared ones. */
  readonly points?: FaultPoints;
}

/**
 * Does the work while a fault is in force, and takes the fault back whatever comes of the work. Tests that run at the same time
 * do not disturb each other. Resolves to the work's answer.
 * @throws what the work threw; ProofError when no call met the fault, since such a test would prove nothing; RangeError and
 * TypeError when the fault cannot be.
 */
export async function withFault<T>(
  fault: Fault,
  work: () => PromiseLike<T> | T,
  { scope = "here", mayMiss = false, points = faultPoints }: WithFaultOptions = {},
): Promise<T> {
  const rule = ruleOf(fault);
  const here = Symbol(rule.id);
  using active = scope === "here" ? activateHere(rule, here, points) : points.activate(rule);
  const answer = await within(here, work);
  if (active.injected === 0 && !mayMiss) throw new ProofError(missed(rule, scope));
  return answer;
}

function activateHere(
  rule: FaultRule,
  here: symbol,
  points: FaultPoints,
): Disposable & Pick<ActiveRule, "injected"> {
  checkRules([rule]);
  const active = new ActiveRule(rule, () => Infinity);
  const end = points.ask((point) => (point === rule.point && isHere(here) ? active : never));
  return {
    get injected() {
      return active.injected;
    },
    [Symbol.dispose]: () => {
      end();
      active.withdraw();
    },
  };
}

/** What those are told whom the fault is not for. */
const never = new ActiveRule({ id: "none", point: "none", effects: [] }, () => 0);

function missed({ point }: FaultRule, scope: Scope): string {
  const elsewhere =
    scope === "here" ? ', or was it made by a server of this process, which takes `scope: "process"`' : "";
  return `No call met the fault at ${point}, so nothing was proved. Is the name right, does the call match what the fault is for, did an open circuit or another limit refuse it${elsewhere}? If it may miss, say \`mayMiss\`.`;
}
