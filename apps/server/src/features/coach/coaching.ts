import { coach, type CoachContext, type Remark, rules } from "@morrow/coach";

import { LongTexts } from "./long-texts.ts";

/**
 * Texts up to this many characters are read at once. Measured on two slow cores with a finding in every sentence:
 * 2 ms a thousand characters, so 10 ms here; nothing that other requests would notice.
 */
const shortText = 5_000;

/** Reads texts with the language coach without holding up other requests. */
export class Coaching {
  readonly #long = new LongTexts();

  constructor() {
    // The first sentence costs 80 ms of compiling: better before anybody waits, and a rule at a time between requests.
    void warmUp();
  }

  /** @throws Refusal server.unavailable when the coach is busy with many long texts */
  async read(markdown: string, context: CoachContext = "document"): Promise<Remark[]> {
    if (markdown.length <= shortText) return coach(markdown, { context });
    return this.#long.read(markdown, context);
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
