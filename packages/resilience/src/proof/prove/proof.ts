import { ProofError } from "../proof-error.ts";
import type { FaultName } from "./faults.ts";
import type { Judgement } from "./judge.ts";

/** Whether one promise held under one fault. */
export interface ProofResult extends Judgement {
  readonly fault: FaultName | "none";
}

/** Which promises of a policy held under which faults. */
export class Proof {
  readonly policy: string;
  readonly results: readonly ProofResult[];

  constructor(policy: string, results: readonly ProofResult[]) {
    this.policy = policy;
    this.results = results;
  }

  /** Whether every promise held. */
  get held(): boolean {
    return this.results.every(({ held }) => held);
  }

  /** A table for people, one line for each promise and fault. */
  table(): string {
    const rows = this.results.map(({ promise, fault, held, measured, why }) => [
      held ? "held" : "NOT HELD",
      promise,
      fault,
      String(measured),
      why,
    ]);
    return tabular([["", "promise", "fault", "measured", "why"], ...rows]);
  }

  /** @throws ProofError that lists what did not hold. */
  assert(): void {
    const broken = this.results.filter(({ held }) => !held);
    if (broken.length === 0) return;
    const lines = broken.map(({ promise, fault, why }) => `  ${promise}, ${faultIn(fault)}: ${why}`);
    throw new ProofError(
      `${this.policy} does not keep ${broken.length} of ${this.results.length} promises:\n${lines.join("\n")}`,
    );
  }
}

function faultIn(fault: ProofResult["fault"]): string {
  return fault === "none" ? "without a fault" : `under ${fault}`;
}

function tabular(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
