import { Worker } from "node:worker_threads";

import type { CoachContext, Remark } from "@morrow/coach";

import { Refusal } from "../../platform/http/refusal.ts";
import type { CoachAnswer, CoachQuestion } from "./messages.ts";

interface Waiting {
  resolve: (remarks: Remark[]) => void;
  reject: (reason: unknown) => void;
  deadline: NodeJS.Timeout;
}

/** Two million characters of dense findings take 3.5 s on two slow cores. */
const longestReadingMs = 30_000;
const mostWaiting = 16;
const idleMs = 60_000;

/** The coach on a thread of its own: started when the first long text comes, ended when none has come for a minute. */
export class LongTexts {
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | null = null;
  #lastId = 0;

  /** @throws Refusal server.unavailable when too many wait already, or this one takes too long */
  read(markdown: string, context: CoachContext): Promise<Remark[]> {
    if (this.#waiting.size >= mostWaiting) return Promise.reject(busy());
    const worker = this.#started();
    this.#lastId += 1;
    const question: CoachQuestion = { id: this.#lastId, markdown, context };
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => this.#end(busy()), longestReadingMs);
      this.#waiting.set(question.id, { resolve, reject, deadline });
      worker.postMessage(question, []);
    });
  }

  /** Ends the thread. Whoever waits is refused. */
  stop(): void {
    this.#end(busy());
  }

  #started(): Worker {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#worker !== null) return this.#worker;
    const worker = new Worker(new URL("thread.ts", import.meta.url));
    worker.unref();
    worker.on("message", (answer: CoachAnswer) => this.#answered(answer));
    worker.on("error", (error) => {
      if (worker === this.#worker) this.#end(error);
    });
    this.#worker = worker;
    return worker;
  }

  #answered({ id, remarks }: CoachAnswer): void {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    this.#waiting.delete(id);
    clearTimeout(waiting.deadline);
    waiting.resolve(remarks);
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => this.#end(busy()), idleMs);
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
}

function busy(): Refusal {
  return new Refusal("server.unavailable", {
    message: "The coach is busy with other long texts. Please try again in a moment.",
  });
}
