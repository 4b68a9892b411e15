import { parentPort } from "node:worker_threads";

import { readWriteups, type ReadInput, type WriteupProposal } from "@morrow/writeups";

import type { Answered, Asked } from "../../../platform/threads/thread.ts";

/** Understands write-ups beside the thread that answers requests: 5 MB take seconds. */
parentPort?.on("message", ({ id, question }: Asked<ReadInput>) => {
  // The caller has the text; sending it back with every incident of the file would cost more than reading it.
  const proposals = readWriteups(question).map((proposal) => ({ ...proposal, original: "" }));
  const answered: Answered<WriteupProposal[]> = { id, answer: proposals };
  parentPort?.postMessage(answered, []);
});
