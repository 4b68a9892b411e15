import { randomUUID } from "node:crypto";

import { selectProcesses, type ProcessPredicate } from "../../targets/index.ts";
import { isAlive, isHalted, readHalt, type StateFolder } from "../../undo/index.ts";
import type { FaultPlan, Target } from "../fault.ts";
import { checkDuration, countToTake, tightest, type FaultLimits } from "../limits.ts";
import { refuseProtected } from "../protected.ts";
import { FaultRefused } from "../refusal.ts";
import { faultNamed } from "../registry.ts";
import { choose } from "./choose.ts";
import type { FaultApplication } from "./request.ts";

/** What holds for every fault of one engine. */
export interface Terms {
  readonly limits: FaultLimits;
  readonly maximumMs: number;
  /** Decides which of the selected processes are taken. */
  readonly seed: string;
}

export interface PreparedFault {
  readonly fault: string;
  readonly targets: readonly Target[];
  readonly plan: FaultPlan;
}

/** Everything that is decided before anything happens. Reads only. @throws FaultRefused */
export async function prepare(application: FaultApplication, terms: Terms): Promise<PreparedFault> {
  if (process.platform !== "linux")
    throw new FaultRefused(
      "fault.unsupported",
      "Faults need Linux: their undo tells processes apart by /proc.",
    );
  const fault = faultNamed(application.fault);
  checkDuration(application.durationMs, terms.maximumMs);
  const targets =
    fault.selects === "processes" ? await selectTargets(application, terms) : refuseSelection(application);
  const plan = await fault.plan({
    arguments: application.arguments,
    targets,
    durationMs: application.durationMs,
    token: randomUUID().replaceAll("-", "").slice(0, 12),
  });
  return { fault: fault.name, targets, plan };
}

/** Everything again, right before it happens: time has passed since the plan. @throws FaultRefused */
export async function checkAgain(prepared: PreparedFault, folder: StateFolder): Promise<void> {
  refuseHalted(folder);
  const gone = prepared.targets.filter((target) => !isAlive(target));
  if (gone.length > 0)
    throw new FaultRefused(
      "selection.missing",
      `Process ${gone.map(({ pid }) => pid).join(", ")} ended since it was selected. Nothing was touched.`,
    );
  if (prepared.targets.length > 0) await refuseProtected(prepared.targets);
}

/** @throws FaultRefused `fault.halted` */
export function refuseHalted(folder: StateFolder): void {
  if (!isHalted(folder)) return;
  const said = readHalt(folder)?.text.replaceAll("\n", ", ");
  throw new FaultRefused(
    "fault.halted",
    `Everything is halted${said ? ` (${said})` : ""}. \`morrow halt --lift\` lets faults start again.`,
  );
}

async function selectTargets(application: FaultApplication, terms: Terms): Promise<Target[]> {
  const selected = await selectProcesses(predicateOf(application));
  await refuseProtected(selected);
  const limits = tightest([terms.limits, application.limits ?? {}]);
  return choose(selected, countToTake(application.take ?? 1, selected.length, limits), terms.seed);
}

function predicateOf({ fault, select }: FaultApplication): ProcessPredicate {
  if (select !== undefined) return select;
  throw new FaultRefused(
    "selection.missing",
    `${fault} needs a selection that says which processes, for example select: {name: "postgres"}.`,
  );
}

function refuseSelection({ fault, select }: FaultApplication): [] {
  if (select === undefined) return [];
  throw new FaultRefused(
    "fault.arguments",
    `${fault} selects no processes; it says what it touches in its arguments. Leave select out.`,
  );
}
