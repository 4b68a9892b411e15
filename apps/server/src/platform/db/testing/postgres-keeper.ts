import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { getBinaries } from "./postgres-binaries.ts";

/**
 * A process of its own that keeps a PostgreSQL server for tests. The server lives exactly as long as the standard input
 * of this process: when the tests end, however they end, the pipe closes, the server stops and its folder goes.
 *
 *   node postgres-keeper.ts <folder>
 *
 * Says `ready` on standard output when the server answers on the Unix socket in <folder>/socket; it has no TCP port, so
 * none can be taken. Ends with code 1 and the reason on standard error where it can't run.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error("Usage: postgres-keeper.ts <folder>");

interface User {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: there it runs as `nobody`. Null: as whoever runs the tests. */
function userToRunAs(): User | null {
  if (process.getuid?.() !== 0) return null;
  const line = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (line === null)
    throw new Error("the tests run as root, and there is no user nobody to run PostgreSQL as");
  return { uid: Number(line[1]), gid: Number(line[2]) };
}

function makeFolder(path: string, user: User | null): string {
  mkdirSync(path, { recursive: true, mode: 0o755 });
  if (user !== null) chownSync(path, user.uid, user.gid);
  return path;
}

/** Where the programs are; a copy in our folder when `nobody` may not read them where they are installed. */
async function findPrograms(user: User | null, base: string): Promise<{ initdb: string; postgres: string }> {
  const found = await getBinaries();
  if (user === null || spawnSync(found.postgres, ["--version"], user).status === 0) return found;
  const copy = join(base, "native");
  cpSync(dirname(dirname(found.postgres)), copy, { recursive: true });
  return { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") };
}

/** No port, room for several test files at once, and tests about deadlocks that needn't wait a second for each. */
const settings = ["-c", "listen_addresses=", "-c", "max_connections=200", "-c", "deadlock_timeout=100ms"];

async function startServer(base: string): Promise<ChildProcess> {
  const user = userToRunAs();
  chmodSync(base, 0o755);
  const programs = await findPrograms(user, base);
  const data = makeFolder(join(base, "data"), user);
  const socket = makeFolder(join(base, "socket"), user);
  // HOME and the working folder may belong to root, which nobody can't read.
  const options = { ...user, cwd: base, env: { PATH: process.env["PATH"], HOME: base, LC_ALL: "C" } };
  const made = spawnSync(
    programs.initdb,
    [`--pgdata=${data}`, "--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...options, encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);
  return spawn(programs.postgres, ["-D", data, "-k", socket, ...settings], {
    ...options,
    stdio: ["ignore", "ignore", "pipe"],
  });
}

const server = await startServer(folder);
let said = "";
server.stderr?.setEncoding("utf8").on("data", (text: string) => {
  if (said.includes("ready to accept connections")) return;
  said += text;
  if (said.includes("ready to accept connections")) process.stdout.write("ready\n");
});
server.on("exit", (code) => {
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) process.stderr.write(said);
  process.exit(code ?? 1);
});
process.stdin.resume();
// SIGINT asks for a fast shutdown: it does not wait for clients.
process.stdin.on("end", () => server.kill("SIGINT"));
process.on("SIGINT", () => undefined);
