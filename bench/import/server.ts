import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../..");
const email = "bench@example.test";
const password = "correct horse battery";

export interface RunningServer {
  url: string;
  /** What the `morrow` command needs to act as the administrator. */
  env: Record<string, string>;
  stop(): Promise<void>;
}

/** A free port of this machine. Somebody else could take it in between; then the server says so. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return typeof address === "object" && address !== null ? address.port : 4801;
}

/** Morrow as `npm start` runs it, on a data folder, with an administrator. */
export async function startServer(dataFolder: string): Promise<RunningServer> {
  const port = String(await freePort());
  const own = {
    PORT: port,
    MORROW_DATA: dataFolder,
    MORROW_ADMIN_EMAIL: email,
    MORROW_ADMIN_PASSWORD: password,
    // Nobody's stored sign-in plays a part.
    XDG_CONFIG_HOME: join(dataFolder, "config"),
  };
  const env = { PATH: process.env["PATH"] ?? "", ...own };
  const child = spawn(process.execPath, [join(root, "apps/server/src/main.ts")], {
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
  });
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith("Morrow is at")) break;
  return {
    url: `http://127.0.0.1:${port}`,
    env,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** Runs the real command and gives what it printed; its messages for people go to ours. */
export async function morrow(server: RunningServer, ...args: string[]): Promise<Buffer> {
  const child = spawn(process.execPath, [join(root, "apps/cli/src/main.ts"), ...args], {
    env: server.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const chunks: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await new Promise((resolve) => {
    child.once("close", resolve);
  });
  return Buffer.concat(chunks);
}
