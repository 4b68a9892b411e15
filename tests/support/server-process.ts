import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import type { DatabasePlace } from "../../apps/server/src/platform/db/index.ts";

const main = fileURLToPath(new URL("../../apps/server/src/main.ts", import.meta.url));

/** The administrator that every server of these tests starts with, unless its environment says otherwise. */
export const administrator = { email: "admin@example.test", password: "correct horse battery" };

/** The real program, as `npm start` runs it. */
export interface RunningServer {
  url: string;
  /** The one-time link, where the organisation does not exist yet. */
  setUpLink: string | null;
  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<void>;
  /** kill -9: no warning, no goodbye. */
  kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
// A test run that ends early must not leave servers behind.
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

export function placeVariables(place: DatabasePlace): Record<string, string> {
  return "dataFolder" in place ? { MORROW_DATA: place.dataFolder } : { DATABASE_URL: place.databaseUrl };
}

/**
 * Starts the server on a free port of this machine and waits until it serves.
 * @throws Error with what it said when it ends instead
 */
export async function startServer(
  place: DatabasePlace,
  environment: Record<string, string> = {
    MORROW_ADMIN_EMAIL: administrator.email,
    MORROW_ADMIN_PASSWORD: administrator.password,
  },
): Promise<RunningServer> {
  for (;;) {
    const port = environment["PORT"] ?? String(await freePort());
    const started = await tryToStart(place, { ...environment, PORT: port });
    if (typeof started !== "string") return started;
    // The port that was free has been given to somebody else meanwhile: then another.
    if (environment["PORT"] !== undefined || !started.includes(`Port ${port} is in use`))
      throw new Error(`The server ended instead of serving: ${started}`);
  }
}

/** Starts it once; what it complained of when it ended instead of serving. */
async function tryToStart(
  place: DatabasePlace,
  environment: Record<string, string>,
): Promise<RunningServer | string> {
  const child = spawn(process.execPath, [main], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...own(), ...placeVariables(place), ...environment },
  });
  running.add(child);
  // Not before its last words have been read.
  const gone = once(child, "close").then(() => running.delete(child));
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const wantsLink = environment["MORROW_ADMIN_EMAIL"] === undefined;
  const said = await Promise.race([firstWords(child, wantsLink), gone.then(() => null)]);
  if (said === null) {
    await gone;
    return complaint;
  }
  // Whatever it says later must not fill the pipe.
  child.stdout.resume();
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await gone;
  };
  return { ...said, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

/** Nothing of Morrow's from the surroundings reaches the server under test. */
function own(): Record<string, string | undefined> {
  const taken = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("MORROW_") && name !== "DATABASE_URL" && name !== "HOST",
  );
  return Object.fromEntries(taken);
}

async function firstWords(
  child: ChildProcess,
  wantsLink: boolean,
): Promise<Pick<RunningServer, "url" | "setUpLink"> | null> {
  if (child.stdout === null) return null;
  let url: string | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    url ??= /^Morrow is at (\S+)$/.exec(line)?.[1];
    const setUpLink = /(http\S+#\S+)$/.exec(line)?.[1] ?? null;
    if (url !== undefined && (setUpLink !== null || !wantsLink)) return { url, setUpLink };
  }
  return null;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await once(probe.listen(0, "127.0.0.1"), "listening");
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
