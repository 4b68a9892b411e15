import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A PostgreSQL server of the tests' own. */
export interface PostgresServer {
  /** The address of one of its databases, as DATABASE_URL takes it. */
  url(database: string): string;
  stop(): Promise<void>;
}

/** Says the server's address to test files when one is started for the whole run. */
export const sharedServerVariable = "MORROW_TEST_POSTGRES_SOCKET";

function urlOn(socketFolder: string, database: string): string {
  return `postgresql://postgres@/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** Starts a server (about two seconds). Throws with the reason where none can run. */
export async function startPostgres(): Promise<PostgresServer & { socketFolder: string }> {
  const folder = await mkdtemp(join(tmpdir(), "morrow-pg-"));
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL("./postgres-keeper.ts", import.meta.url)), folder],
    {
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  let complaint = "";
  keeper.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  const gone = once(keeper, "exit");
  const ready = once(createInterface(keeper.stdout), "line").then(() => true);
  if (!(await Promise.race([ready, gone.then(() => false)]))) {
    throw new Error(`No PostgreSQL server could be started here: ${complaint.trim()}`);
  }
  const socketFolder = join(folder, "socket");
  return {
    socketFolder,
    url: (database) => urlOn(socketFolder, database),
    async stop() {
      keeper.stdin.end();
      await gone;
    },
  };
}

/** The server of this test run when there is one, otherwise one for this test file. */
export async function acquirePostgres(): Promise<PostgresServer> {
  const shared = process.env[sharedServerVariable];
  if (shared === undefined) return startPostgres();
  return { url: (database) => urlOn(shared, database), stop: async () => undefined };
}
