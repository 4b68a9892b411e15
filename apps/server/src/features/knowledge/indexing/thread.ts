import { parentPort } from "node:worker_threads";

import type { Answered, Asked } from "../../../platform/threads/thread.ts";
import type { IndexedDocument } from "./documents.ts";
import { prepare, type Prepared } from "./prepare.ts";

/** Reads long documents for the index beside the thread that answers requests. */
parentPort?.on("message", ({ id, question }: Asked<readonly IndexedDocument[]>) => {
  const answered: Answered<readonly Prepared[]> = { id, answer: question.map(prepare) };
  parentPort?.postMessage(answered, []);
});
