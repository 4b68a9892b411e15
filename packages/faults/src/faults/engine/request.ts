import type { FaultEvidence } from "../fault.ts";
import type { FaultLimits, Take } from "../limits.ts";
import type { ProcessPredicate } from "../../targets/index.ts";
import type { Halt } from "../../undo/index.ts";

/** A fault that is asked for. */
export interface FaultApplication {
  /** A name of faults/registry.ts. */
  readonly fault: string;
  /** Which processes; needed by faults of processes, refused by others. */
  readonly select?: ProcessPredicate | undefined;
  /** Checked by the fault's own schema. */
  readonly arguments?: unknown;
  /** Milliseconds until it is undone. */
  readonly durationMs: number;
  /** How many of the selected processes; 1 unless said. */
  readonly take?: Take | undefined;
  readonly limits?: FaultLimits | undefined;
}

/** What would happen; nothing has. Each is a sentence for a person. */
export interface FaultPreview {
  readonly targets: readonly string[];
  readonly effect: string;
  readonly undo: string;
}

export interface AppliedFault {
  readonly id: string;
  readonly fault: string;
  readonly effect: string;
  readonly targets: readonly string[];
  readonly evidence: FaultEvidence;
  /** RFC 3339 in UTC; null for a fault that can't be undone, which is over as soon as it is made. */
  readonly deadlineAt: string | null;
  /** Undoes it now. Returns when that was checked; also when somebody else has undone it. @throws FaultStuck */
  end(): Promise<void>;
}

/** A fault that could not be undone. It stays on disk, the guard goes on trying, and `morrow undo` shows it. */
export interface StuckFault {
  readonly id: string;
  readonly fault: string;
  readonly effect: string;
  readonly because: string;
}

export class FaultStuck extends Error {
  override readonly name = "FaultStuck";
  readonly stuck: StuckFault;

  constructor(stuck: StuckFault) {
    super(`${stuck.fault} could not be undone: ${stuck.because} See \`morrow undo\`.`);
    this.stuck = stuck;
  }
}

export type FaultEvent =
  | { readonly name: "applied"; readonly applied: Omit<AppliedFault, "end"> }
  /** `elsewhere`: the guard, its expiry process or a person undid it. */
  | { readonly name: "ended"; readonly id: string; readonly by: "end" | "deadline" | "halt" | "elsewhere" }
  | { readonly name: "stuck"; readonly stuck: StuckFault }
  /** What earlier processes left and nobody could undo yet. */
  | { readonly name: "left-behind"; readonly stuck: StuckFault }
  | { readonly name: "guard-restarted" };

export interface FaultEngine {
  /** Dry run: finds the real targets, checks all limits, touches nothing. @throws FaultRefused */
  plan(application: FaultApplication): Promise<FaultPreview>;
  /** @throws FaultRefused when nothing was done, FaultFailed when what was done is undone again */
  apply(application: FaultApplication): Promise<AppliedFault>;
  /** Undoes everything this engine applied, the latest first. @returns what could not be undone */
  endAll(): Promise<readonly StuckFault[]>;
  /** Calls once when somebody halts (or has halted), after everything of this engine was undone. @returns how to stop listening */
  onHalt(listener: (halt: Halt) => void): () => void;
  /** @returns how to stop listening */
  onEvent(listener: (event: FaultEvent) => void): () => void;
  /** Undoes everything and lets go of timers. @returns what could not be undone */
  close(): Promise<readonly StuckFault[]>;
}
