import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { missingForNamespaces } from "../../../testing/namespace.ts";
import { identityOf, stateOf } from "../../identity.ts";
import { faultPoint } from "./fault-points.ts";
import type { RunnerOrder } from "./runner.ts";
import { morrowToxic, toxiproxyToxic } from "./toxics.ts";

/** One fault on real ground: what to ask for, how to see it, and how to leave no trace. */
export interface Scene {
  readonly order: Pick<RunnerOrder, "fault" | "select" | "arguments">;
  /** Whether anything of the fault is there now. */
  isThere(): boolean | Promise<boolean>;
  remove(): void | Promise<void>;
}

export interface Kind {
  readonly name: string;
  /** Null when it can be tried here, otherwise why not. */
  readonly unavailable: string | null;
  /** @param token unique to the run */
  prepare(token: string): Scene | Promise<Scene>;
}

export function everyKind(): Kind[] {
  const noNamespaces = missingForNamespaces("nft", "tc");
  return [
    { name: "pause-process", unavailable: null, prepare: preparePause },
    { name: "exhaust-file-descriptors", unavailable: null, prepare: prepareFileLimit },
    {
      name: "stress-cpu",
      unavailable: null,
      prepare: (token) =>
        load("stress-cpu", markedShare(token) / 100, { workers: 1, load: markedShare(token) }),
    },
    {
      name: "stress-memory",
      unavailable: null,
      prepare: (token) => load("stress-memory", markedBytes(token), { bytes: markedBytes(token), floor: 0 }),
    },
    { name: "fill-disk", unavailable: null, prepare: prepareDisk },
    network(noNamespaces, "partition-network", { addresses: ["10.1.2.3"] }),
    network(noNamespaces, "lose-packets", { addresses: ["10.1.2.3"], loss: 50 }),
    network(noNamespaces, "limit-bandwidth", { device: "lo", kilobits: 1000, addresses: ["127.0.0.1"] }),
    morrowToxic,
    toxiproxyToxic,
    faultPoint,
  ];
}

function preparePause(): Scene {
  const { child, identity } = sleeper();
  return {
    order: { fault: "pause-process", select: { pid: identity.pid } },
    isThere: () => stateOf(identity) === "T",
    remove: () => void child.kill("SIGKILL"),
  };
}

function prepareFileLimit(): Scene {
  const { child, identity } = sleeper();
  const limit = (): string | undefined =>
    /^Max open files\s+(\d+)/m.exec(readFileSync(`/proc/${identity.pid}/limits`, "utf8"))?.[1];
  const before = limit();
  return {
    order: { fault: "exhaust-file-descriptors", select: { pid: identity.pid } },
    isThere: () => limit() !== before,
    remove: () => void child.kill("SIGKILL"),
  };
}

function prepareDisk(token: string): Scene {
  const folder = mkdtempSync(join(tmpdir(), "morrow-disk-"));
  const scene = load("fill-disk", markedBytes(token), { folder, bytes: markedBytes(token), floor: 0 });
  return {
    ...scene,
    remove() {
      void scene.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A load is there while its process is; its settings, which name it among all others, stand in its command line. */
function load(fault: string, mark: number, settings: Readonly<Record<string, unknown>>): Scene {
  const pids = (): number[] =>
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter(
        (pid) =>
          /-load\.ts/.test(commandLine(pid)) &&
          commandLine(pid).includes(String(mark)) &&
          identityOf(pid) !== null,
      );
  return {
    order: { fault, arguments: settings },
    isThere: () => pids().length > 0,
    remove: () => pids().forEach((pid) => process.kill(pid, "SIGKILL")),
  };
}

function network(
  unavailable: string | null,
  fault: string,
  settings: Readonly<Record<string, unknown>>,
): Kind {
  return {
    name: fault,
    unavailable,
    prepare(token) {
      const namespace = `mrw-${token}`;
      const inside = (...command: string[]): string => run("ip", "netns", "exec", namespace, ...command);
      run("ip", "netns", "add", namespace);
      inside("ip", "link", "set", "lo", "up");
      return {
        order: { fault, arguments: { ...settings, namespace: `/run/netns/${namespace}` } },
        isThere: () =>
          inside("nft", "list", "tables").includes("morrow_") ||
          !inside("tc", "qdisc", "show", "dev", "lo").includes("noqueue"),
        remove: () => void run("ip", "netns", "del", namespace),
      };
    },
  };
}

function sleeper() {
  const child = spawn("sleep", ["1000"], { stdio: "ignore" });
  const identity = child.pid === undefined ? null : identityOf(child.pid);
  if (identity === null) throw new Error("sleep did not start");
  return { child, identity };
}

function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function markedBytes(token: string): number {
  return 1_000_000 + (Number.parseInt(token, 16) % 1_000_000);
}

/** Percent; a hundredth of it stands in the command line. */
function markedShare(token: string): number {
  return 1 + (Number.parseInt(token, 16) % 1_000_000) / 1_000_000;
}
