import { statfs } from "node:fs/promises";
import { z } from "zod";

import type { Fault } from "./fault.ts";
import { armLoad } from "./load/start-load.ts";
import { byteCount, sayBytes, saySeconds } from "./quantity.ts";
import { FaultRefused } from "./refusal.ts";

const argumentsOf = z.strictObject({
  /** A folder on the disk to fill. */
  folder: z.string().startsWith("/", "is no absolute path"),
  /** How much to take; null takes all but the floor. */
  bytes: byteCount.pipe(z.int().positive()).nullable().default(null),
  /** What always stays free. */
  floor: byteCount.pipe(z.int().nonnegative()).default(512e6),
});

/** Takes space on a disk with a file that has no name and belongs to one process: the space comes back when that process ends. */
export const fillDisk: Fault<z.infer<typeof argumentsOf>> = {
  name: "fill-disk",
  summary: "Takes the space of a disk down to a floor, as logs that nobody rotates would.",
  arguments: argumentsOf,
  selects: "nothing",
  async plan({ durationMs, token, arguments: { folder, bytes, floor } }) {
    const free = await freeBytes(folder);
    const room = free - floor;
    if (room <= 0)
      throw new FaultRefused(
        "limit.floor",
        `${folder} has ${sayBytes(free)} free, not more than the floor of ${sayBytes(floor)} that must stay.`,
      );
    const taken = Math.min(bytes ?? room, room);
    return {
      targets: [`the disk of ${folder}: ${sayBytes(taken)} of ${sayBytes(free)} free`],
      effect: `Takes ${sayBytes(taken)} on the disk of ${folder} for ${saySeconds(durationMs)}.`,
      undo: "Ends the process that holds the space; its file has no name and goes with it.",
      arm: () =>
        armLoad("disk-load.ts", { folder, bytes: taken, floor, name: `.morrow-${token}` }, durationMs),
    };
  },
};

async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    throw new FaultRefused("fault.arguments", `The folder ${folder} can't be read.`, { cause: error });
  }
}
