import { Worker } from "node:worker_threads";

import { Refusal } from "../../../platform/http/refusal.ts";
import type { WholeRetrospective } from "./gather.ts";

export interface PageFacts {
  whole: WholeRetrospective;
  images: ReadonlyMap<string, string>;
}

const longestMs = 120_000;
const mostWaiting = 8;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * The printable page of a retrospective, written by a thread of its own: the Markdown of five thousand events takes
 * seconds, in which nothing else would be answered. One page at a time; there are two cores on a small machine.
 * @throws Refusal server.unavailable when many wait already, or when it takes more than two minutes
 */
export function pageBeside(facts: PageFacts): Promise<string> {
  if (waiting >= mostWaiting) return Promise.reject(busy());
  waiting += 1;
  const page = last.then(() => written(facts)).finally(() => (waiting -= 1));
  last = page.catch(() => undefined);
  return page;
}

async function written(facts: PageFacts): Promise<string> {
  const worker = new Worker(new URL("page-thread.ts", import.meta.url), { workerData: facts });
  const tooLong = Promise.withResolvers<never>();
  const deadline = setTimeout(() => tooLong.reject(busy()), longestMs);
  try {
    return await Promise.race([answerOf(worker), tooLong.promise]);
  } finally {
    clearTimeout(deadline);
    await worker.terminate();
  }
}

function answerOf(worker: Worker): Promise<string> {
  return new Promise((resolve, reject) => {
    worker.once("message", (page: unknown) => resolve(String(page)));
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the page's thread ended without a page")));
  });
}

function busy(): Refusal {
  return new Refusal("server.unavailable", {
    message: "Several long pages are being written. Please try again in a moment.",
  });
}
