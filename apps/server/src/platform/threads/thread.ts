import { Worker } from "node:worker_threads";

import { Refusal } from "../http/refusal.ts";

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
  deadline: NodeJS.Timeout;
}

export interface ThreadOptions {
  /** The file that runs there; it answers each `Asked` with an `Answered` of the same id. */
  file: URL;
  /** After this long an answer is given up, and the thread with it. Milliseconds. */
  longestMs: number;
  mostWaiting: number;
  /** What a person reads when there is no answer. */
  busy: string;
}

export interface Asked<Question> {
  id: number;
  question: Question;
}

export interface Answered<Answer> {
  id: number;
  answer: Answer;
}

const idleMs = 60_000;

/** Work too long for the thread that answers requests. Starts when first asked, ends after a minute without work. */
export class Thread<Question, Answer> {
  readonly #options: ThreadOptions;
  readonly #waiting = new Map<number, Waiting<Answer>>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #lastId = 0;

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  /** @throws Refusal server.unavailable when too many wait already, or this one takes too long */
  ask(question: Question): Promise<Answer> {
    if (this.#waiting.size >= this.#options.mostWaiting) return Promise.reject(this.#busy());
    const worker = this.#started();
    this.#lastId += 1;
    const asked: Asked<Question> = { id: this.#lastId, question };
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => this.#end(this.#busy()), this.#options.longestMs);
      this.#waiting.set(asked.id, { resolve, reject, deadline });
      worker.postMessage(asked, []);
    });
  }

  /** Ends the thread. Whoever waits is refused. */
  stop(): void {
    this.#end(this.#busy());
  }

  #started(): Worker {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(this.#options.file);
    worker.unref();
    worker.on("message", (answered: Answered<Answer>) => this.#answered(answered));
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#end(error);
    });
    this.#worker = worker;
    return worker;
  }

  #answered({ id, answer }: Answered<Answer>): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.deadline);
    waiting.resolve(answer);
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => this.#end(this.#busy()), idleMs);
    this.#idle.unref();
  }

  #end(reason: unknown): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    const worker = this.#worker;
    this.#worker = null;
    for (const { reject, deadline } of this.#waiting.values()) {
      clearTimeout(deadline);
      reject(reason);
    }
    this.#waiting.clear();
    void worker?.terminate();
  }

  #busy(): Refusal {
    return new Refusal("server.unavailable", { message: this.#options.busy });
  }
}
