import { parentPort, workerData } from "node:worker_threads";

import type { PageFacts } from "./page-beside.ts";
import { asPage } from "./page.ts";

/** Writes one page beside the thread that answers requests, and ends. */
const { whole, images }: PageFacts = workerData;
parentPort?.postMessage(asPage(whole, images), []);
