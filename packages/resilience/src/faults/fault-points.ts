import type { FaultRule } from "./rule.ts";

/** The faults that are to happen now, by fault point. Empty until somebody says otherwise. */
export class FaultPoints {
  #rules = new Map<string, readonly FaultRule[]>();

  /** The rules at one point; undefined when there are none, which is nearly always. */
  at(point: string): readonly FaultRule[] | undefined {
    return this.#rules.size === 0 ? undefined : this.#rules.get(point);
  }
}

/** The fault points of all policies unless they are given their own. */
export const faultPoints = new FaultPoints();
