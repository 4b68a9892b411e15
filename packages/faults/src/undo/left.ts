import { isAlive } from "./identity.ts";
import { listPending } from "./journal.ts";
import { recover } from "./recover.ts";
import type { StateFolder } from "./state-folder.ts";
import { undoPersistently } from "./undo-persistently.ts";

/** A fault that is still there, for people. */
export interface LeftFault {
  /** Of the record; for a damaged one the path of its file. */
  readonly id: string;
  /** Null when the record is damaged: nobody knows. */
  readonly fault: string | null;
  readonly effect: string | null;
  readonly experiment: string | null;
  /** RFC 3339 in UTC. */
  readonly since: string | null;
  readonly deadline: string | null;
  /** Whether the process that applied it still runs. */
  readonly controllerAlive: boolean | null;
  readonly state: "prepared" | "applied" | "stuck" | "damaged";
  /** Why it is stuck or damaged. */
  readonly because: string | null;
}

export function listLeft(folder: StateFolder): LeftFault[] {
  const { records, damaged } = listPending(folder);
  return [
    ...records.map((record) => ({
      id: record.id,
      fault: record.fault,
      effect: record.effect,
      experiment: record.experiment,
      since: record.preparedAt,
      deadline: record.deadlineAt,
      controllerAlive: isAlive(record.controller),
      state: record.state.name,
      because: record.state.name === "stuck" ? record.state.because : null,
    })),
    ...damaged.map(({ path, because }) => ({
      id: path,
      fault: null,
      effect: null,
      experiment: null,
      since: null,
      deadline: null,
      controllerAlive: null,
      state: "damaged" as const,
      because,
    })),
  ];
}

export interface UndoReport {
  readonly undone: readonly LeftFault[];
  readonly left: readonly LeftFault[];
}

/**
 * Undoes what is due anyway (left by processes that are gone, or overdue), and what is named.
 * @param which ids, or all: those of running experiments too
 */
export async function undoLeft(folder: StateFolder, which: readonly string[] | "all"): Promise<UndoReport> {
  const before = listLeft(folder);
  await recover(folder);
  const named = listPending(folder).records.filter(({ id }) => which === "all" || which.includes(id));
  // The latest first: faults may stand on each other.
  for (const { id } of named.toReversed())
    await undoPersistently(folder, id, { role: "command", cause: "command" });
  const left = listLeft(folder);
  return { undone: before.filter(({ id }) => !left.some((one) => one.id === id)), left };
}
