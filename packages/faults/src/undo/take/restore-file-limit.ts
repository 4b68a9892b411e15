import { readFileSync } from "node:fs";

import { isAlive } from "../identity.ts";
import type { ProcessIdentity } from "../step.ts";
import { runCommand } from "./run-command.ts";
import { StepFailed } from "./step-failed.ts";

export async function restoreFileLimit(identity: ProcessIdentity, soft: number): Promise<void> {
  const before = readLimit(identity);
  if (before === null) return;
  // Somebody may have lowered the hard limit since; above it nothing can be given back.
  const wanted = Math.min(soft, before.hard);
  if (before.soft === wanted) return;
  if (!isAlive(identity)) return;
  await runCommand("prlimit", ["--pid", String(identity.pid), `--nofile=${wanted}:`]).catch(
    (error: unknown) => {
      if (isAlive(identity)) throw error;
    },
  );
  const after = readLimit(identity);
  if (after !== null && after.soft !== wanted)
    throw new StepFailed(
      `The limit of open files of process ${identity.pid} is still ${after.soft}, not ${wanted}.`,
    );
}

/** @returns null when the process is gone */
function readLimit(identity: ProcessIdentity): { soft: number; hard: number } | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${identity.pid}/limits`, "utf8");
  } catch (error) {
    if (!isAlive(identity)) return null;
    throw new StepFailed(`The limits of process ${identity.pid} can't be read.`, { cause: error });
  }
  if (!isAlive(identity)) return null;
  const found = /^Max open files\s+(\d+|unlimited)\s+(\d+|unlimited)/m.exec(text);
  if (found === null) throw new StepFailed(`/proc/${identity.pid}/limits does not name open files.`);
  return { soft: toNumber(found[1]), hard: toNumber(found[2]) };
}

function toNumber(text: string | undefined): number {
  return text === "unlimited" ? Number.POSITIVE_INFINITY : Number(text);
}
