import { constants, cpSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

import type { PGlite } from "@electric-sql/pglite";

import { type DurableFiles } from "./durable-files.ts";
import { lockFolder } from "./folder-lock.ts";
import type { EngineStart, FromEngine, Question, Statistics, ToEngine } from "./messages.ts";
import { idleAfter, Maintenance } from "./maintenance.ts";
import { databaseFolder, startEngine } from "./start-engine.ts";

/**
 * The thread in which the embedded database lives, so that a slow query never stalls a request.
 * It speaks the PostgreSQL protocol: bytes in, bytes out, one batch after the other.
 */
if (parentPort === null) throw new Error("This file is the entry of a worker thread");
const port = parentPort;
const start: EngineStart = workerData;

/** Results are posted in pieces of about this size: a message per 8 KB page of protocol would cost more than the copy. */
const pieceBytes = 256 * 1024;

function say(message: FromEngine, transfer: ArrayBuffer[] = []): void {
  port.postMessage(message, transfer);
}

class Outbox {
  readonly #session: number;
  #parts: Uint8Array[] = [];
  #size = 0;

  constructor(session: number) {
    this.#session = session;
  }

  add(bytes: Uint8Array): void {
    // The bytes are a view into the engine's memory and change with the next query.
    this.#parts.push(bytes.slice());
    this.#size += bytes.length;
    if (this.#size >= pieceBytes) this.flush();
  }

  flush(): void {
    if (this.#size === 0) return;
    const bytes = new Uint8Array(this.#size);
    let offset = 0;
    for (const part of this.#parts) {
      bytes.set(part, offset);
      offset += part.length;
    }
    this.#parts = [];
    this.#size = 0;
    say({ kind: "bytes", session: this.#session, bytes }, [bytes.buffer]);
  }
}

async function execute(engine: PGlite, session: number, bytes: Uint8Array): Promise<void> {
  const outbox = new Outbox(session);
  if (bytes[0] === 0) {
    // The start-up packet is answered by another path that knows no streaming.
    outbox.add(engine.execProtocolRawSync(bytes));
  } else {
    await engine.execProtocolRawStream(bytes, { syncToFs: false, onRawData: (data) => outbox.add(data) });
  }
  outbox.flush();
}

interface Parts {
  engine: PGlite;
  files: DurableFiles;
  maintenance: Maintenance;
}

async function answer({ engine, files, maintenance }: Parts, question: Question): Promise<Statistics | null> {
  switch (question.kind) {
    case "statistics":
      return { fileSyncs: files.fileSyncs, tablesTidied: maintenance.tablesTidied };
    case "copy":
      await engine.exec("checkpoint");
      // Copies share blocks where the file system can (btrfs, xfs, apfs), and are real copies elsewhere.
      cpSync(databaseFolder(start.folder), databaseFolder(question.folder), {
        recursive: true,
        mode: constants.COPYFILE_FICLONE,
      });
      return null;
    case "close":
      await engine.close();
      return null;
  }
}

async function obey(parts: Parts, message: ToEngine): Promise<void> {
  const { engine } = parts;
  switch (message.kind) {
    case "bytes":
      return execute(engine, message.session, message.bytes);
    case "reset":
      if (engine.isInTransaction()) await engine.exec("rollback");
      await engine.exec("discard all");
      return;
    case "ask":
      try {
        say({ kind: "answer", id: message.id, answer: await answer(parts, message.question) });
      } catch (error) {
        say({ kind: "refused", id: message.id, reason: String(error) });
      }
  }
}

async function serve(): Promise<void> {
  const lock = lockFolder(start.folder);
  if ("heldBy" in lock) {
    say({ kind: "in-use", holder: lock.heldBy });
    return;
  }
  const { engine, files } = await startEngine(start);
  const maintenance = new Maintenance(engine);
  const parts: Parts = { engine, files, maintenance };
  let last = Promise.resolve();
  const tidy = () => {
    last = last
      .then(() => maintenance.whenIdle())
      .then((more) => void (more && idle.refresh()))
      .catch((error: unknown) => say({ kind: "failed", reason: String(error) }));
  };
  const idle = setTimeout(tidy, idleAfter);
  port.on("message", (message: ToEngine) => {
    // One after the other: the engine has one connection and no queue of its own.
    last = last
      .then(() => obey(parts, message))
      .then(async () => {
        if (message.kind === "ask" && message.question.kind === "close") {
          clearTimeout(idle);
          lock.release();
          port.close();
        } else if (message.kind === "bytes") {
          idle.refresh();
          await maintenance.afterBatch();
        }
      })
      .catch((error: unknown) => say({ kind: "failed", reason: String(error) }));
  });
  say({ kind: "ready" });
}

serve().catch((error: unknown) => {
  say({ kind: "failed", reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
});
