import type { FailureWindow } from "./failure-window.ts";

/**
 * What is known about one circuit. The object is the state's identity: a new one is made at every change, so that a result can
 * tell whether the state its call began in is still there.
 */
export type State = Closed | Open | HalfOpen;

/** Calls go through, and their results are counted. */
export interface Closed {
  readonly kind: "closed";
  readonly window: FailureWindow;
  /** Results of calls that began in an earlier era say nothing about it (`Eras`). */
  readonly since: number;
}

/** Calls are refused. */
export interface Open {
  readonly kind: "open";
  /** When a call may try again, on the policy's clock; Infinity when it was opened by hand. */
  readonly until: number;
  /** How many times it opened since it was last closed. */
  readonly turn: number;
  /** How long it is open this time, in ms. */
  readonly wait: number;
}

/** Some calls go through as probes, all others are refused. */
export interface HalfOpen {
  readonly kind: "half-open";
  /** Probes under way. */
  probing: number;
  /** Probes that were answered well. */
  succeeded: number;
  /** When probes that are still under way count as failed, on the policy's clock. */
  readonly until: number;
  readonly turn: number;
  readonly wait: number;
}
