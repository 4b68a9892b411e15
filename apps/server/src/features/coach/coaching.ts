import { coach, type CoachContext, type Remark, rules } from "@morrow/coach";

import { Thread } from "../../platform/threads/thread.ts";
import type { LongText } from "./messages.ts";

/**
 * Texts up to this many characters are read at once. Measured on two slow cores with a finding in every sentence:
 * 2 ms a thousand characters, so 10 ms here; nothing that other requests would notice.
 */
const shortText = 5_000;

/** Reads texts with the language coach without holding up other requests. */
export class Coaching {
  /** Two million characters of dense findings take 3.5 s on two slow cores. */
  readonly #long = new Thread<LongText, Remark[]>({
    file: new URL("thread.ts", import.meta.url),
    longestMs: 30_000,
    mostWaiting: 16,
    busy: "The coach is busy with other long texts. Please try again in a moment.",
  });

  constructor() {
    // The first sentence costs 80 ms of compiling: better before anybody waits, and a rule at a time between requests.
    void warmUp();
  }

  /** @throws Refusal server.unavailable when the coach is busy with many long texts */
  async read(markdown: string, context: CoachContext = "document"): Promise<Remark[]> {
    if (markdown.length <= shortText) return coach(markdown, { context });
    return this.#long.ask({ markdown, context });
  }

  stop(): void {
    this.#long.stop();
  }
}

async function warmUp(): Promise<void> {
  for (const { id } of rules) {
    await new Promise((resolve) => setImmediate(resolve));
    coach("The job should have been stopped.", { rules: [id] });
  }
}
