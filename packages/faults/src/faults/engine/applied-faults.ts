import {
  readRecord,
  undoPersistently,
  type StateFolder,
  type UndoCause,
  type UndoRecord,
} from "../../undo/index.ts";
import type { FaultEvent, StuckFault } from "./request.ts";

/** The faults of one engine that have not ended. */
export interface AppliedFaults {
  readonly count: number;
  add(record: UndoRecord): void;
  /** @returns null when it is undone, by us or by somebody else */
  end(id: string, cause: UndoCause): Promise<StuckFault | null>;
  /** The latest first, as they may stand on each other. */
  endAll(cause: UndoCause): Promise<readonly StuckFault[]>;
  /** Ends what is past its deadline, and notices what others have undone. */
  look(uptime: number): void;
}

export function createAppliedFaults(folder: StateFolder, emit: (event: FaultEvent) => void): AppliedFaults {
  const standing = new Map<string, UndoRecord>();
  const ending = new Map<string, Promise<StuckFault | null>>();

  async function undo(record: UndoRecord, cause: UndoCause): Promise<StuckFault | null> {
    const { id, fault, effect } = record;
    const elsewhere = readRecord(folder, id).name === "absent";
    const because = elsewhere ? null : await undoPersistently(folder, id, { role: "runner", cause });
    if (because === null) {
      standing.delete(id);
      emit({ name: "ended", id, by: elsewhere ? "elsewhere" : endedBy(cause) });
      return null;
    }
    const stuck = { id, fault, effect, because };
    emit({ name: "stuck", stuck });
    return stuck;
  }

  function end(id: string, cause: UndoCause): Promise<StuckFault | null> {
    const record = standing.get(id);
    if (record === undefined) return Promise.resolve(null);
    const running = ending.get(id) ?? undo(record, cause).finally(() => ending.delete(id));
    ending.set(id, running);
    return running;
  }

  return {
    get count() {
      return standing.size;
    },
    add: (record) => void standing.set(record.id, record),
    end,
    async endAll(cause) {
      const stuck: StuckFault[] = [];
      for (const id of [...standing.keys()].toReversed()) {
        const left = await end(id, cause);
        if (left !== null) stuck.push(left);
      }
      return stuck;
    },
    look(uptime) {
      for (const { id, deadlineUptime } of standing.values()) {
        if (ending.has(id)) continue;
        const found = readRecord(folder, id);
        const over = found.name === "absent" || (uptime >= deadlineUptime && !isStuck(found));
        // What it can't undo it has reported and left to the guard; a later end() tries again.
        if (over) void end(id, "deadline").catch(() => undefined);
      }
    },
  };
}

function isStuck(found: ReturnType<typeof readRecord>): boolean {
  return found.name === "damaged" || (found.name === "record" && found.record.state.name === "stuck");
}

function endedBy(cause: UndoCause): "end" | "deadline" | "halt" {
  return cause === "deadline" || cause === "halt" ? cause : "end";
}
