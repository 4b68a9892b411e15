import { constants } from "node:fs";
import { open, statfs, unlink, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";

import { serveLoad } from "./worker.ts";

/** Fills the disk under `folder` with `bytes`, and stops earlier when only `floor` bytes would stay free. */
const settings = z
  .strictObject({
    folder: z.string(),
    bytes: z.int().positive(),
    floor: z.int().nonnegative(),
    name: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));

const blockBytes = 4 * 2 ** 20;
const block = Buffer.alloc(blockBytes, 0xa5);

/** O_TMPFILE in fcntl(2): a file that never has a name, so the space comes back when this process ends, however it ends. */
const unnamed = 0o20_000_000 | constants.O_DIRECTORY;

const file = await openUnnamed();

serveLoad({
  async begin() {
    let written = 0;
    while (written < settings.bytes) {
      const left = Math.min(blockBytes, settings.bytes - written, (await freeBytes()) - settings.floor);
      if (left <= 0) break;
      const { bytesWritten } = await file.write(block, 0, left);
      written += bytesWritten;
    }
    // Space that was only promised to the page cache is not taken yet.
    await file.sync();
    return { bytes: written, freeBytes: await freeBytes() };
  },
});

async function openUnnamed(): Promise<FileHandle> {
  try {
    return await open(settings.folder, unnamed | constants.O_RDWR, 0o600);
  } catch {
    // Some file systems can't; there the name exists for a moment, while the file is still empty.
    const path = join(settings.folder, settings.name);
    const named = await open(path, "wx", 0o600);
    await unlink(path);
    return named;
  }
}

async function freeBytes(): Promise<number> {
  const { bavail, bsize } = await statfs(settings.folder);
  return bavail * bsize;
}
