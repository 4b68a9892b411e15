import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

import { z } from "zod";

const stored = z.record(z.string(), z.object({ secret: z.string() }));

function file(): string {
  return join(process.env["XDG_CONFIG_HOME"] ?? join(homedir(), ".config"), "morrow", "credentials.json");
}

/** The secret of an earlier sign-in at this address. */
export async function storedSecret(url: string): Promise<string | null> {
  return (await readAll())[url]?.secret ?? null;
}

export async function storeSecret(url: string, secret: string): Promise<void> {
  await mkdir(dirname(file()), { recursive: true, mode: 0o700 });
  await writeFile(file(), JSON.stringify({ ...(await readAll()), [url]: { secret } }, null, 2), {
    mode: 0o600,
  });
}

export async function forgetSecret(url: string): Promise<void> {
  const { [url]: _forgotten, ...rest } = await readAll();
  if (Object.keys(rest).length === 0) await rm(file(), { force: true });
  else await writeFile(file(), JSON.stringify(rest, null, 2), { mode: 0o600 });
}

async function readAll(): Promise<z.infer<typeof stored>> {
  try {
    return stored.parse(JSON.parse(await readFile(file(), "utf8")));
  } catch {
    // No file, or one that somebody edited: then nobody is signed in.
    return {};
  }
}
