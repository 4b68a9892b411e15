import { setImmediate as breathe } from "node:timers/promises";
import { z } from "zod";

import { serveLoad } from "./worker.ts";

const settings = z.strictObject({ bytes: z.int().positive() }).parse(JSON.parse(process.argv[2] ?? ""));

/** Small enough that the process answers its timer between two of them. */
const blockBytes = 16 * 2 ** 20;

const blocks: Buffer[] = [];

serveLoad({
  async begin() {
    for (let held = 0; held < settings.bytes; held += blockBytes) {
      // Written to, so that every page is resident and not only promised; the value differs from zero so that no page is shared.
      blocks.push(Buffer.alloc(Math.min(blockBytes, settings.bytes - held), 0xa5));
      await breathe();
    }
    return { bytes: settings.bytes, residentBytes: process.memoryUsage.rss() };
  },
});
