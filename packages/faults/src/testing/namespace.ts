import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { join } from "node:path";

/** A network of its own, with only a loopback device, in which a test may break things; it ends with the test. */
export interface Namespace extends AsyncDisposable {
  readonly path: string;
  /** A command of namespace-peer.ts and its answer. */
  ask(command: string): Promise<unknown>;
  /** Runs a program inside. @returns what it printed */
  run(program: string, ...args: string[]): string;
}

/** Why tests in namespaces can't run here, or null. */
export function missingForNamespaces(...programs: string[]): string | null {
  if (process.platform !== "linux") return "needs Linux";
  if (process.getuid?.() !== 0) return "needs root, for network namespaces";
  const missing = ["ip", "nsenter", ...programs].filter((program) => spawnSync(program, ["-V"]).error);
  if (missing.length > 0) return `needs ${missing.join(", ")} (packages iproute2, util-linux, nftables)`;
  return spawnSync("unshare", ["--net", "true"]).status === 0 ? null : "may not make network namespaces here";
}

let made = 0;

export async function openNamespace(): Promise<Namespace> {
  made += 1;
  const name = `morrow-test-${process.pid}-${made}`;
  const path = `/run/netns/${name}`;
  execFileSync("ip", ["netns", "add", name]);
  const run = (program: string, ...args: string[]): string =>
    execFileSync("nsenter", [`--net=${path}`, "--", program, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });
  run("ip", "link", "set", "lo", "up");
  const peer = spawn(
    "nsenter",
    [`--net=${path}`, "--", process.execPath, join(import.meta.dirname, "namespace-peer.ts")],
    { stdio: ["pipe", "pipe", "inherit"] },
  );
  const lines = createInterface({ input: peer.stdout });
  const ended = once(peer, "exit");
  const answers: ((line: string) => void)[] = [];
  lines.on("line", (line) => answers.shift()?.(line));
  return {
    path,
    run,
    ask(command) {
      const answered = new Promise<string>((resolve) => answers.push(resolve));
      peer.stdin.write(`${command}\n`);
      return answered.then((line) => JSON.parse(line) as unknown);
    },
    async [Symbol.asyncDispose]() {
      peer.kill("SIGKILL");
      await ended;
      execFileSync("ip", ["netns", "delete", name]);
    },
  };
}
