import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable, Writable } from "node:stream";

import { z } from "zod";

import type { Value } from "../../values/index.ts";
import { decodeLine, encodeLine } from "./wire.ts";

/** Python can't be started, or ended by itself. */
export class PythonUnavailable extends Error {
  override readonly name = "PythonUnavailable";
  readonly remedy: string;

  constructor(message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.remedy = remedy;
  }
}

const errorShape = z.object({
  kind: z.enum(["failed", "interrupt", "keyboard", "exit", "unexpected"]),
  message: z.string(),
  lines: z.array(z.string()).default([]),
  code: z.number().default(0),
});

/** What came back instead of a value; the meaning of each kind is in bridge.py. */
export type PythonError = z.infer<typeof errorShape>;

const lineShape = z.union([
  z.object({ ready: z.string() }),
  z.object({ log: z.object({ level: z.string(), message: z.string() }) }),
  z.object({ signal: z.enum(["SIGTERM", "SIGUSR1", "SIGUSR2"]) }),
  z.object({ id: z.number(), error: errorShape }),
  z.object({ id: z.number(), value: z.custom<Value>() }),
]);

export type PythonAnswer =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "error"; readonly error: PythonError };

export interface PythonListeners {
  /** The module logged something for the person (logger "chaostoolkit"). */
  onLog(level: string, message: string): void;
  /** A module signalled its process, which it takes for the experiment's. */
  onSignal(signal: "SIGTERM" | "SIGUSR1" | "SIGUSR2"): void;
}

export interface PythonOptions extends PythonListeners {
  readonly environment: NodeJS.ProcessEnv;
}

/** How long Python may take to end after it was asked to. */
const graceMilliseconds = 3000;

/** The one Python process of a run. It ends when this process does: its request pipe breaks. */
export class PythonProcess {
  readonly #child: ChildProcess;
  readonly #requests: Writable;
  readonly #waiting = new Map<
    number,
    { resolve: (answer: PythonAnswer) => void; reject: (error: Error) => void }
  >();
  readonly #exited: Promise<void>;
  #ended: PythonUnavailable | null = null;
  #next = 1;

  /** @throws PythonUnavailable */
  static async start(options: PythonOptions): Promise<PythonProcess> {
    const interpreter = options.environment["MORROW_PYTHON"] ?? "python3";
    // Its output is not ours: standard output may be a stream of events.
    const child = spawn(interpreter, [join(import.meta.dirname, "bridge.py")], {
      env: options.environment,
      stdio: ["inherit", 2, 2, "pipe", "pipe"],
    });
    await new Promise<void>((resolve, reject) => {
      child.once("spawn", resolve);
      child.once("error", (error) =>
        reject(
          new PythonUnavailable(
            `This experiment needs Python, and "${interpreter}" can't be started (${error.message}).`,
            "Install Python 3.8 or newer with the packages of the experiment, or name its program with MORROW_PYTHON.",
            { cause: error },
          ),
        ),
      );
    });
    return new PythonProcess(child, options);
  }

  private constructor(child: ChildProcess, listeners: PythonListeners) {
    this.#child = child;
    const [, , , requests, answers] = child.stdio;
    if (!(requests instanceof Writable) || !(answers instanceof Readable))
      throw new TypeError("The Python process was started without its pipes.");
    this.#requests = requests;
    // A process that ended reports itself by its exit.
    this.#requests.on("error", () => {});
    createInterface({ input: answers }).on("line", (line) => this.#read(line, listeners));
    this.#exited = new Promise((resolve) => {
      child.once("close", (code, signal) => {
        this.#ended = new PythonUnavailable(
          `The Python process ended (${signal === null ? `status ${code}` : signal}) before it answered.`,
          "See what the module itself printed.",
        );
        for (const { reject } of this.#waiting.values()) reject(this.#ended);
        this.#waiting.clear();
        resolve();
      });
    });
  }

  /** @throws PythonUnavailable */
  ask(
    request: { readonly do: string } & Readonly<Record<string, Value>>,
    thread: string,
  ): Promise<PythonAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#ended !== null) return reject(this.#ended);
      const id = this.#next++;
      this.#waiting.set(id, { resolve, reject });
      this.#requests.write(encodeLine({ ...request, id, thread }));
    });
  }

  /** Ends what the main thread does now. */
  interrupt(signal: string): void {
    this.#tell({ do: "interrupt", signal });
  }

  /** Ends what other threads do, where they run Python code. */
  interruptThreads(): void {
    this.#tell({ do: "interrupt-threads" });
  }

  /** Asks it to end, and ends it when it does not. */
  async close(): Promise<void> {
    this.#tell({ do: "close" });
    const timer = setTimeout(
      () => this.#child.kill("SIGKILL"),
      this.#waiting.size > 0 ? 0 : graceMilliseconds,
    );
    await this.#exited;
    clearTimeout(timer);
  }

  #tell(message: Readonly<Record<string, Value>>): void {
    if (this.#ended === null) this.#requests.write(encodeLine(message));
  }

  #read(line: string, listeners: PythonListeners): void {
    const decoded = decodeLine(line);
    const message = lineShape.parse(decoded);
    if ("log" in message) listeners.onLog(message.log.level, message.log.message);
    else if ("signal" in message) listeners.onSignal(message.signal);
    else if ("id" in message) {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if ("error" in message) waiting?.resolve({ kind: "error", error: message.error });
      else waiting?.resolve({ kind: "value", value: message.value });
    }
  }
}
