import { execFile } from "node:child_process";
import { promisify } from "node:util";

import type { FaultPlan } from "../fault.ts";
import { FaultFailed, FaultRefused } from "../refusal.ts";
import { tableText, type TrafficRules } from "./nftables.ts";
import { refuseOverWide, sayTraffic } from "./traffic.ts";

const run = promisify(execFile);

/** Runs a command of the network tools, in a namespace when one is named. */
export async function runInNamespace(
  namespace: string | null,
  command: string,
  args: readonly string[],
): Promise<string> {
  const [program, ...rest] =
    namespace === null ? [command, ...args] : ["nsenter", `--net=${namespace}`, "--", command, ...args];
  const { stdout } = await run(program ?? command, rest);
  return stdout;
}

/**
 * The common plan of the faults that are rules of nftables. Reads only.
 * @throws FaultRefused `fault.unsupported` without nft or the rights to use it, and what refuseOverWide throws
 */
export async function planRules(rules: TrafficRules, effect: string): Promise<FaultPlan> {
  const { table, traffic } = rules;
  refuseOverWide(traffic);
  await requireNftables(traffic.namespace);
  return {
    targets: [sayTraffic(traffic)],
    effect,
    undo: `Deletes the nftables table ${table}; the kernel lets its rules lapse by itself at the same time.`,
    arm: async () => ({
      steps: [{ kind: "delete-nftables-table", family: "inet", table, namespace: traffic.namespace }],
      expiry: "expiry-process",
      apply: async () => {
        await load(tableText(rules), traffic.namespace);
        return { table };
      },
      discard: async () => undefined,
    }),
  };
}

/** One transaction of the kernel: all of the table, or nothing. */
async function load(text: string, namespace: string | null): Promise<void> {
  const loading = runInNamespaceWithInput(namespace, text);
  await loading.catch((cause: unknown) => {
    throw new FaultFailed(`nft did not take the rules: ${said(cause)}`, { cause });
  });
}

async function runInNamespaceWithInput(namespace: string | null, text: string): Promise<void> {
  const args = ["-f", "-"];
  const pending =
    namespace === null ? run("nft", args) : run("nsenter", [`--net=${namespace}`, "--", "nft", ...args]);
  pending.child.stdin?.end(text);
  await pending;
}

async function requireNftables(namespace: string | null): Promise<void> {
  await runInNamespace(namespace, "nft", ["list", "tables"]).catch((cause: unknown) => {
    throw new FaultRefused(
      "fault.unsupported",
      `Faults of the network need nft (package nftables) and the right to use it (root or CAP_NET_ADMIN). ${said(cause)}`,
      { cause },
    );
  });
}

export function said(cause: unknown): string {
  const words = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : String(cause);
  return words.trim().split("\n")[0] ?? "";
}
