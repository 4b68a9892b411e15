import { type ReadInput, readWriteups, type WriteupProposal } from "@morrow/writeups";

import { Thread } from "../../../platform/threads/thread.ts";

/**
 * Texts up to this many characters are understood at once: half a millisecond a thousand characters, and more for the
 * first of them, while the program warms up.
 */
const shortText = 2_000;

/** Understands write-ups without holding up other requests. */
export class Reader {
  readonly #long = new Thread<ReadInput, WriteupProposal[]>({
    file: new URL("thread.ts", import.meta.url),
    longestMs: 60_000,
    mostWaiting: 16,
    busy: "Other long write-ups are being read. Nothing more was saved; please try again in a moment.",
  });

  /**
   * One proposal for each incident of the file. `original` is empty: the caller has the text.
   * @throws Refusal server.unavailable when many long texts wait
   */
  async read(input: ReadInput): Promise<WriteupProposal[]> {
    if (input.text.length > shortText) return this.#long.ask(input);
    return readWriteups(input).map((proposal) => ({ ...proposal, original: "" }));
  }

  stop(): void {
    this.#long.stop();
  }
}
