import type { z } from "zod";

import type { UndoStep } from "../undo/step.ts";
import type { ProcessIdentity } from "../undo/step.ts";

/**
 * The contract of a fault. One fault is one file (`add a fault`: docs/guides/add-a-fault.md).
 *
 * 1. `plan` only reads. It finds the real targets and says what would happen and how it would be undone. A dry run ends here.
 * 2. `arm` may start harmless helpers of its own (idle, and gone by themselves when their parent dies) and returns the steps that undo
 *    the fault. The engine writes these to disk with a deadline before anything happens.
 * 3. `apply` makes the fault. It may fail half-way: the steps must undo whatever part was done.
 * 4. The fault ends at its deadline even when every process of Morrow was killed: see `expiry`.
 *
 * Interruptible everywhere, touches nothing but its targets, and each step is idempotent.
 */
export interface Fault<Arguments> {
  /** kebab-case, verb and object: pause-process. */
  readonly name: string;
  /** One sentence for `morrow faults` and the guide. */
  readonly summary: string;
  readonly arguments: z.ZodType<Arguments>;
  /** Faults of processes need an explicit selection; others name their target in their arguments. */
  readonly selects: "processes" | "nothing";
  /** @throws FaultRefused when the fault can't be made here, with what is missing and how to get it */
  plan(request: FaultRequest<Arguments>): Promise<FaultPlan>;
}

export interface FaultRequest<Arguments> {
  readonly arguments: Arguments;
  /** The processes that were selected and that passed the limits; empty for faults that select nothing. */
  readonly targets: readonly Target[];
  /** Milliseconds until it must be over. */
  readonly durationMs: number;
  /** Unique to this application; letters and digits. For names of tables, files and toxics. */
  readonly token: string;
}

/** A process as it was when it was found. */
export interface Target extends ProcessIdentity {
  /** First 15 characters of the program's name: /proc/PID/comm. */
  readonly name: string;
  readonly commandLine: string;
  /** Numeric user. */
  readonly user: number;
}

export interface FaultPlan {
  /** For people, one line each: "process 4711 (postgres: writer)". */
  readonly targets: readonly string[];
  /** "Stops process 4711 for 30 s." */
  readonly effect: string;
  /** "Sends SIGCONT to process 4711." Or, for a fault without undo, that there is none. */
  readonly undo: string;
  arm(): Promise<ArmedFault>;
}

export interface ArmedFault {
  /** Empty only for faults that have nothing to undo, such as a terminated process. */
  readonly steps: readonly UndoStep[];
  /**
   * What ends the fault at its deadline when the runner and the guard are both dead.
   * - `itself`: the kernel or the fault's own helper process does (timeouts of nftables elements, a load that ends by its own timer).
   * - `expiry-process`: nothing does by itself, so the engine starts a small process for this record alone that takes the steps.
   */
  readonly expiry: "itself" | "expiry-process";
  /** What was seen while applying, for the journal. @throws FaultFailed */
  apply(): Promise<FaultEvidence>;
  /** Lets go of the helpers that `arm` started when the fault is not applied after all. */
  discard(): Promise<void>;
}

/** JSON for the journal: what the fault did, in numbers and names. */
export type FaultEvidence = Readonly<
  Record<string, string | number | boolean | readonly (string | number)[]>
>;
