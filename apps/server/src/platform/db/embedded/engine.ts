import { mkdir } from "node:fs/promises";
import { Worker } from "node:worker_threads";

import { DataFolderInUse, EngineStopped } from "../errors.ts";
import type { EngineStart, FromEngine, Question, Statistics, ToEngine } from "./messages.ts";
import { EngineSocket } from "./wire.ts";

/** The embedded database: PostgreSQL inside this process, on its own thread, with its files in one folder. */
export interface Engine {
  /** A socket on which one pg client can speak; a second one ends what the first left open. */
  socket(): EngineSocket;
  statistics(): Promise<Statistics>;
  /** Copies the database files into `folder/database`. The caller must hold the only connection. */
  copyTo(folder: string): Promise<void>;
  /** Ends the thread at once, as a crash would: for tests. */
  kill(): Promise<void>;
  /** Writes everything out, ends the thread and lets go of the folder. */
  close(): Promise<void>;
}

/**
 * Locks `start.folder` (made when missing), starts the engine on it and waits until it answers.
 * Throws DataFolderInUse, or EngineStopped with the reason.
 */
export async function startEngineThread(
  start: EngineStart,
  onStopped: (reason: EngineStopped) => void = () => undefined,
): Promise<Engine> {
  await mkdir(start.folder, { recursive: true });
  const worker = new Worker(new URL("./thread.ts", import.meta.url), {
    workerData: start,
    // The lock uses node:sqlite, which says on every start that it is new.
    execArgv: ["--disable-warning=ExperimentalWarning"],
  });
  const engine = new ThreadEngine(worker, onStopped);
  try {
    await engine.ready(start.folder);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return engine;
}

interface Waiting {
  resolve(answer: Statistics | null): void;
  reject(error: Error): void;
}

class ThreadEngine implements Engine {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ready = Promise.withResolvers<FromEngine>();
  #socket: EngineSocket | null = null;
  #session = 0;
  #nextId = 1;
  #stopped: EngineStopped | null = null;
  #closing = false;
  readonly #onStopped: (reason: EngineStopped) => void;

  constructor(worker: Worker, onStopped: (reason: EngineStopped) => void) {
    this.#worker = worker;
    this.#onStopped = onStopped;
    worker.on("message", (message: FromEngine) => this.#receive(message));
    worker.on("error", (error) => this.#stop(String(error)));
    worker.on("exit", (code) => this.#stop(`its thread ended with code ${code}`));
  }

  async ready(folder: string): Promise<void> {
    const first = await this.#ready.promise;
    if (first.kind === "in-use") throw new DataFolderInUse(folder, first.holder);
  }

  socket(): EngineSocket {
    this.#socket?.destroy();
    const session = ++this.#session;
    const socket: EngineSocket = new EngineSocket({
      send: (bytes) => this.#post({ kind: "bytes", session, bytes }),
      closed: () => this.#closed(socket),
    });
    this.#socket = socket;
    if (this.#stopped !== null) socket.destroy(this.#stopped);
    return socket;
  }

  async statistics(): Promise<Statistics> {
    const answer = await this.#ask({ kind: "statistics" });
    if (answer === null) throw new Error("The engine gave no statistics");
    return answer;
  }

  async copyTo(folder: string): Promise<void> {
    await this.#ask({ kind: "copy", folder });
  }

  async kill(): Promise<void> {
    await this.#worker.terminate();
  }

  async close(): Promise<void> {
    if (this.#stopped !== null) return;
    this.#closing = true;
    const ended = new Promise((resolve) => this.#worker.once("exit", resolve));
    await this.#ask({ kind: "close" });
    await ended;
  }

  #closed(socket: EngineSocket): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    if (this.#stopped === null) this.#post({ kind: "reset" });
  }

  #post(message: ToEngine): void {
    this.#worker.postMessage(message, []);
  }

  async #ask(question: Question): Promise<Statistics | null> {
    if (this.#stopped !== null) throw this.#stopped;
    const id = this.#nextId++;
    const { promise, resolve, reject } = Promise.withResolvers<Statistics | null>();
    this.#waiting.set(id, { resolve, reject });
    this.#post({ kind: "ask", id, question });
    return promise;
  }

  #receive(message: FromEngine): void {
    switch (message.kind) {
      case "ready":
      case "in-use":
        this.#ready.resolve(message);
        return;
      case "failed":
        this.#stop(message.reason);
        void this.#worker.terminate();
        return;
      case "bytes":
        if (message.session === this.#session) this.#socket?.deliver(message.bytes);
        return;
      case "answer":
        this.#settle(message.id)?.resolve(message.answer);
        return;
      case "refused":
        this.#settle(message.id)?.reject(new Error(message.reason));
    }
  }

  #settle(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }

  #stop(reason: string): void {
    if (this.#stopped !== null) return;
    const stopped = new EngineStopped(reason);
    this.#stopped = stopped;
    this.#ready.promise.catch(() => undefined);
    this.#ready.reject(stopped);
    for (const waiting of this.#waiting.values()) waiting.reject(stopped);
    this.#waiting.clear();
    this.#socket?.destroy(stopped);
    if (!this.#closing) this.#onStopped(stopped);
  }
}
