import { parentPort } from "node:worker_threads";

import { coach, type Remark } from "@morrow/coach";

import type { Answered, Asked } from "../../platform/threads/thread.ts";
import { type LongText, mostRemarks } from "./messages.ts";

/** Reads long texts beside the thread that answers requests. */
parentPort?.on("message", ({ id, question: { markdown, context } }: Asked<LongText>) => {
  const answered: Answered<Remark[]> = { id, answer: coach(markdown, { context }).slice(0, mostRemarks) };
  parentPort?.postMessage(answered, []);
});
