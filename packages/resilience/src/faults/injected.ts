import type { FaultRule } from "./rule.ts";

/** In the registry of all realms, so that two copies of the package know each other's errors. */
const mark = Symbol.for("morrow.fault-injected");

/** Marks the error as made by this rule. The mark is not listed with the error's properties. */
export function injected(error: Error, rule: FaultRule): Error {
  return Object.defineProperty(error, mark, { value: rule.id });
}

/** Whether a fault point made this error, rather than something real. What follows from it, as a timeout, is not marked. */
export function isInjected(error: unknown): boolean {
  return typeof error === "object" && error !== null && Object.hasOwn(error, mark);
}
