import { parentPort } from "node:worker_threads";

import { coach } from "@morrow/coach";

import { type CoachAnswer, type CoachQuestion, mostRemarks } from "./messages.ts";

/** Reads long texts beside the thread that answers requests. */
parentPort?.on("message", ({ id, markdown, context }: CoachQuestion) => {
  const answer: CoachAnswer = { id, remarks: coach(markdown, { context }).slice(0, mostRemarks) };
  parentPort?.postMessage(answer, []);
});
