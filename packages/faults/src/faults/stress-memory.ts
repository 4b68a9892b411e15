import { readFile } from "node:fs/promises";
import { z } from "zod";

import type { Fault } from "./fault.ts";
import { armLoad } from "./load/start-load.ts";
import { byteCount, sayBytes, saySeconds } from "./quantity.ts";
import { FaultRefused } from "./refusal.ts";

const argumentsOf = z.strictObject({
  /** Memory to hold: 1048576, "512 MB" or "1 GiB". */
  bytes: byteCount.pipe(z.int().positive()),
  /** What must stay available to everybody else; the fault is refused when it would not. */
  floor: byteCount.pipe(z.int().nonnegative()).default(256e6),
});

/** Holds memory, resident, in a process of its own that the kernel takes first when memory runs short. */
export const stressMemory: Fault<z.infer<typeof argumentsOf>> = {
  name: "stress-memory",
  summary: "Holds memory of this host, as a leak or a heavy neighbour would.",
  arguments: argumentsOf,
  selects: "nothing",
  async plan({ durationMs, arguments: { bytes, floor } }) {
    const available = await availableBytes();
    if (available - bytes < floor)
      throw new FaultRefused(
        "limit.floor",
        `Holding ${sayBytes(bytes)} would leave ${sayBytes(Math.max(0, available - bytes))} of the ${sayBytes(available)} available, less than the floor of ${sayBytes(floor)}.`,
      );
    return {
      targets: [`this host: ${sayBytes(bytes)} of ${sayBytes(available)} available`],
      effect: `Holds ${sayBytes(bytes)} of memory for ${saySeconds(durationMs)}.`,
      undo: "Ends the process that holds it.",
      arm: () => armLoad("memory-load.ts", { bytes }, durationMs),
    };
  },
};

async function availableBytes(): Promise<number> {
  const text = await readFile("/proc/meminfo", "utf8");
  return Number(/^MemAvailable:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
}
