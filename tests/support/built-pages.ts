import { execFile } from "node:child_process";
import { mkdir, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const build = fileURLToPath(new URL("../../tools/build.ts", import.meta.url));
const lock = join(tmpdir(), "morrow-pages-being-built");
/** Whoever builds says so this often. */
const aliveMs = 5_000;
/** A build of which nothing was heard for so long has died. */
const staleMs = 120_000;

/** The web pages as the server hands them out, built when their sources have changed. Test files that run side by side build once. */
export async function buildPages(): Promise<void> {
  while (!(await take())) await new Promise((resolve) => setTimeout(resolve, 100));
  const saying = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), aliveMs);
  try {
    // The test runner says NODE_ENV=test, and pages built so would be the development ones, without a service worker.
    await promisify(execFile)(process.execPath, [build], { env: { ...process.env, NODE_ENV: "production" } });
  } finally {
    clearInterval(saying);
    await rm(lock, { recursive: true, force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await mkdir(lock);
    return true;
  } catch {
    const held = await stat(lock).catch(() => null);
    if (held !== null && Date.now() - held.mtimeMs > staleMs)
      await rm(lock, { recursive: true, force: true });
    return false;
  }
}
