import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { z } from "zod";

import { serveLoad } from "./worker.ts";

/** Keeps `workers` threads busy for `share` of the time each. */
const settings = z
  .strictObject({ workers: z.int().positive(), share: z.number().gt(0).max(1) })
  .parse(JSON.parse(process.argv[2] ?? ""));

serveLoad({
  async begin() {
    const threads = Array.from(
      { length: settings.workers },
      () => new Worker(new URL("./busy-thread.ts", import.meta.url), { workerData: settings.share }),
    );
    await Promise.all(threads.map((thread) => once(thread, "online")));
    return { workers: settings.workers, share: settings.share };
  },
});
