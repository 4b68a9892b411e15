/**
 * The unmodified SDKs of Failure Flags (Gremlin), driven by Morrow's controller on the port they know. `MORROW_FAILURE_FLAGS_NODE` names
 * the folder of its package for Node (several with `:` between), `MORROW_FAILURE_FLAGS_PYTHON` a Python that has `failureflags`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { isDeepStrictEqual } from "node:util";

import type { Effect } from "@morrow/resilience";
import { startController, type RuleRequest } from "@morrow/resilience/controller";
import { z } from "zod";

interface Peer {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** Whether it lays data over the caller's. */
  readonly data: boolean;
}

const felt = z.object({
  active: z.boolean(),
  milliseconds: z.number(),
  error: z.record(z.string(), z.unknown()).nullable(),
  data: z.unknown().optional(),
});
type Felt = z.infer<typeof felt>;

interface Case {
  readonly name: string;
  readonly rules: readonly (Omit<RuleRequest["rule"], "point"> & { readonly effects: readonly Effect[] })[];
  readonly labels?: Record<string, string>;
  readonly calls?: number;
  readonly dataPrototype?: object;
  readonly needsData?: boolean;
  holds(all: readonly Felt[]): boolean;
}

const one = ([first]: readonly Felt[]): Partial<Felt> => first ?? {};
const nothing = ({ active, error }: Partial<Felt>) => active === false && error === null;
const latency = (milliseconds: number, jitter = 0): Effect => ({ kind: "latency", milliseconds, jitter });
const exception = (message: string): Effect => ({ kind: "exception", message });

const cases: readonly Case[] = [
  { name: "no experiment", rules: [], holds: (all) => nothing(one(all)) },
  {
    name: "latency",
    rules: [{ effects: [latency(150)] }],
    holds: (all) => one(all).active === true && (one(all).milliseconds ?? 0) >= 149,
  },
  {
    name: "latency with jitter",
    rules: [{ effects: [latency(100, 50)] }],
    calls: 5,
    holds: (all) => all.every(({ milliseconds }) => milliseconds >= 99),
  },
  {
    name: "exception as a message",
    rules: [{ effects: [exception("no more reviews")] }],
    holds: (all) => one(all).error?.["message"] === "no more reviews",
  },
  {
    name: "exception as an error",
    rules: [
      { effects: [{ kind: "exception", name: "RuntimeError", message: "bad", properties: { code: 7 } }] },
    ],
    holds: (all) => one(all).error?.["name"] === "RuntimeError" && one(all).error?.["message"] === "bad",
  },
  {
    name: "status",
    rules: [{ effects: [{ kind: "status", status: 503 }] }],
    holds: (all) => one(all).error?.["message"] === "Injected: status 503",
  },
  {
    name: "latency, then an exception",
    rules: [{ effects: [latency(80), exception("late")] }],
    holds: (all) => one(all).error?.["message"] === "late" && (one(all).milliseconds ?? 0) >= 79,
  },
  {
    name: "hanging, with an end",
    rules: [{ effects: [{ kind: "hang", milliseconds: 120 }] }],
    holds: (all) => one(all).error !== null && (one(all).milliseconds ?? 0) >= 119,
  },
  {
    name: "data",
    rules: [{ effects: [{ kind: "data", value: { items: [], source: "injected" } }] }],
    needsData: true,
    dataPrototype: { title: "Reviews", items: [1, 2] },
    holds: (all) => isDeepStrictEqual(one(all).data, { title: "Reviews", items: [], source: "injected" }),
  },
  {
    name: "several rules at one point",
    rules: [{ effects: [latency(60)] }, { effects: [latency(60)] }, { effects: [exception("after both")] }],
    holds: (all) => one(all).error?.["message"] === "after both" && (one(all).milliseconds ?? 0) >= 119,
  },
  {
    name: "rate: 20 % of 1000 calls",
    rules: [{ effects: [exception("x")], share: 0.2 }],
    calls: 1000,
    // Six standard deviations: wrong once in a billion runs.
    holds: (all) => Math.abs(all.filter(({ error }) => error !== null).length - 200) <= 76,
  },
  {
    name: "the first three calls",
    rules: [{ effects: [exception("x")], first: 3 }],
    calls: 5,
    holds: (all) =>
      isDeepStrictEqual(
        all.map(({ error }) => error !== null),
        [true, true, true, false, false],
      ),
  },
  {
    name: "labels that match",
    rules: [{ effects: [exception("x")], labels: { method: ["GET", "HEAD"] } }],
    labels: { method: "HEAD" },
    holds: (all) => one(all).error !== null,
  },
  {
    name: "labels that do not",
    rules: [{ effects: [exception("x")], labels: { method: ["GET", "HEAD"] } }],
    labels: { method: "POST" },
    holds: (all) => nothing(one(all)),
  },
];

const peers = [...nodePeers(), ...pythonPeers()];
process.exitCode = peers.length === 0 || (await driveAll()) === 0 ? 0 : 1;

function nodePeers(): Peer[] {
  const folders = process.env["MORROW_FAILURE_FLAGS_NODE"];
  if (folders === undefined) {
    process.stdout.write(
      "Failure Flags for Node is not driven. Set MORROW_FAILURE_FLAGS_NODE to the folder of @gremlin/failure-flags:\n" +
        "  git clone https://github.com/gremlin/failure-flags-node\n",
    );
    return [];
  }
  const script = join(import.meta.dirname, "failure-flags-node.cjs");
  return folders
    .split(":")
    .map((folder) => ({ name: `Node (${folder})`, command: [process.execPath, script, folder], data: true }));
}

function pythonPeers(): Peer[] {
  const python = process.env["MORROW_FAILURE_FLAGS_PYTHON"];
  if (python === undefined) {
    process.stdout.write(
      "Failure Flags for Python is not driven. Set MORROW_FAILURE_FLAGS_PYTHON to a Python that has it:\n" +
        "  python3 -m venv ff && ff/bin/pip install failureflags==1.1.0\n",
    );
    return [];
  }
  const script = join(import.meta.dirname, "failure-flags-python.py");
  return [{ name: `Python (${python})`, command: [python, script], data: false }];
}

/** @returns how many cases were not as they should be */
async function driveAll(): Promise<number> {
  const controller = await startController();
  let wrong = 0;
  try {
    for (const peer of peers)
      for (const each of cases.filter(({ needsData }) => needsData !== true || peer.data)) {
        controller.rules.clear();
        each.rules.forEach((rule, index) =>
          controller.rules.hold(`r${index}`, {
            owner: "peer test",
            lease: 60_000,
            rule: { ...rule, point: "checkout" },
          }),
        );
        const all = await drive(peer, each);
        const holds = all.length === (each.calls ?? 1) && each.holds(all);
        if (!holds) wrong += 1;
        process.stdout.write(`${holds ? "agree " : "DIFFER"}  ${each.name.padEnd(32)} ${peer.name}\n`);
        if (!holds) process.stdout.write(`    ${JSON.stringify(all.slice(0, 3))}\n`);
      }
  } finally {
    await controller.close();
  }
  return wrong;
}

async function drive({ command }: Peer, { labels = {}, calls = 1, dataPrototype }: Case): Promise<Felt[]> {
  const order = JSON.stringify({ name: "checkout", labels, calls, dataPrototype });
  const [program, ...words] = command;
  const child = spawn(program, [...words, order], {
    // The SDK for Python gives its sidecar a millisecond unless it is told otherwise.
    env: { ...process.env, FAILURE_FLAGS_ENABLED: "true", FAILURE_FLAGS_TIMEOUT_MS: "1000" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const output = await text(child.stdout);
  await ended;
  return output
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => felt.parse(JSON.parse(line)));
}
