import { execFileSync } from "node:child_process";

import { expect, test } from "vitest";

import { deadAddress } from "../../proxy/testing/tcp.ts";
import { missingForNamespaces, openNamespace } from "../../testing/namespace.ts";
import { startTarget, waitFor } from "../testing/world.ts";
import { takeStep } from "./index.ts";

function identity({ pid, startTicks, bootId }: ReturnType<typeof startTarget>) {
  return { pid, startTicks, bootId };
}

test("resuming a stopped process, twice", async () => {
  const target = startTarget();
  process.kill(target.pid, "SIGSTOP");
  await waitFor(() => target.state() === "T");
  const step = { kind: "resume-process", process: identity(target) } as const;
  await takeStep(step);
  expect(target.state()).not.toBe("T");
  await takeStep(step);
});

test("a process that has the number of another is never touched", async () => {
  const target = startTarget();
  process.kill(target.pid, "SIGSTOP");
  await waitFor(() => target.state() === "T");
  const other = { ...identity(target), startTicks: target.startTicks - 1 };
  await takeStep({ kind: "resume-process", process: other });
  await takeStep({ kind: "end-process", process: other });
  await takeStep({ kind: "restore-file-limit", process: other, soft: 7 });
  expect(target.state()).toBe("T");
  expect(target.fileLimit()).not.toBe(7);
});

test("ending a process, also a stopped one, twice", async () => {
  const target = startTarget();
  process.kill(target.pid, "SIGSTOP");
  const step = { kind: "end-process", process: identity(target) } as const;
  await takeStep(step);
  expect(target.state()).toBeNull();
  await takeStep(step);
});

test("giving the limit of open files back, at most up to the hard limit", async () => {
  const target = startTarget();
  const before = target.fileLimit();
  run("prlimit", "--pid", String(target.pid), "--nofile=5:");
  await takeStep({ kind: "restore-file-limit", process: identity(target), soft: before });
  expect(target.fileLimit()).toBe(before);
  run("prlimit", "--pid", String(target.pid), "--nofile=5:100");
  await takeStep({ kind: "restore-file-limit", process: identity(target), soft: before });
  expect(target.fileLimit()).toBe(100);
});

const missing = missingForNamespaces("nft", "tc");
if (missing !== null) process.stderr.write(`Steps of the network are not tested: ${missing}.\n`);

test.skipIf(missing !== null)(
  "deleting one nftables table and no other, twice, and when its namespace is gone",
  async () => {
    await using network = await openNamespace();
    network.run("nft", "add table inet morrow_a; add table inet morrow_ab; add table ip morrow_a");
    const step = {
      kind: "delete-nftables-table",
      family: "inet",
      table: "morrow_a",
      namespace: network.path,
    } as const;
    await takeStep(step);
    await takeStep(step);
    expect(network.run("nft", "list", "tables").trim().split("\n").toSorted()).toEqual([
      "table inet morrow_ab",
      "table ip morrow_a",
    ]);

    await takeStep({ ...step, namespace: "/run/netns/not-there" });
  },
);

test.skipIf(missing !== null)("deleting the queueing discipline with our handle, and no other", async () => {
  await using network = await openNamespace();
  const parameters = ["rate", "1mbit", "burst", "10kb", "latency", "50ms"];
  network.run("tc", "qdisc", "add", "dev", "lo", "root", "handle", "7a:", "tbf", ...parameters);
  const step = { kind: "delete-qdisc", device: "lo", namespace: network.path } as const;
  await takeStep({ ...step, handle: "7b:" });
  expect(network.run("tc", "qdisc", "show", "dev", "lo")).toContain("7a:");
  await takeStep({ ...step, handle: "7a:" });
  expect(network.run("tc", "qdisc", "show", "dev", "lo")).not.toContain("7a:");
  await takeStep({ ...step, handle: "7a:" });
  await takeStep({ ...step, handle: "7a:", device: "not-there0" });
  await takeStep({ ...step, handle: "7a:", namespace: "/run/netns/not-there" });
});

test("a toxic in a proxy that is gone is gone", async () => {
  const step = { kind: "delete-toxic", api: `http://${deadAddress}`, proxy: "db", toxic: "slow" } as const;
  await expect(takeStep(step)).resolves.toBeUndefined();
});

function run(command: string, ...words: readonly string[]): string {
  return execFileSync(command, words, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}
