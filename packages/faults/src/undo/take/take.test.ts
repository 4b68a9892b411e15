import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";

import { expect, onTestFinished, test } from "vitest";

import { identityOf } from "../identity.ts";
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
  execFileSync("prlimit", ["--pid", String(target.pid), "--nofile=5:"]);
  await takeStep({ kind: "restore-file-limit", process: identity(target), soft: before });
  expect(target.fileLimit()).toBe(before);
  execFileSync("prlimit", ["--pid", String(target.pid), "--nofile=5:100"]);
  await takeStep({ kind: "restore-file-limit", process: identity(target), soft: before });
  expect(target.fileLimit()).toBe(100);
});

const noNamespaces = whyNoNamespaces();

/** A network namespace that lives as long as a process in it does. */
async function startNamespace() {
  const holder = spawn("unshare", ["-n", "sh", "-c", "ip link set lo up && echo ready && exec sleep 1000"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  onTestFinished(() => void holder.kill("SIGKILL"));
  await once(holder.stdout, "data");
  const namespace = `/proc/${holder.pid}/ns/net`;
  return {
    namespace,
    inside: (...command: string[]) =>
      execFileSync("nsenter", [`--net=${namespace}`, "--", ...command], { encoding: "utf8" }),
    async end() {
      const holding = identityOf(holder.pid ?? 0);
      holder.kill("SIGKILL");
      await once(holder, "exit");
      return holding;
    },
  };
}

test.skipIf(noNamespaces)(
  "deleting one nftables table and no other, twice, and when its namespace is gone",
  async () => {
    const { namespace, inside, end } = await startNamespace();
    inside("nft", "add table inet morrow_a; add table inet morrow_ab; add table ip morrow_a");
    const step = { kind: "delete-nftables-table", family: "inet", table: "morrow_a", namespace } as const;
    await takeStep(step);
    await takeStep(step);
    expect(inside("nft", "list", "tables").trim().split("\n").toSorted()).toEqual([
      "table inet morrow_ab",
      "table ip morrow_a",
    ]);
    await end();
    await takeStep(step);
  },
);

test.skipIf(noNamespaces)("deleting the queueing discipline with our handle, and no other", async () => {
  const { namespace, inside, end } = await startNamespace();
  const parameters = ["rate", "1mbit", "burst", "10kb", "latency", "50ms"];
  inside("tc", "qdisc", "add", "dev", "lo", "root", "handle", "7a:", "tbf", ...parameters);
  const step = { kind: "delete-qdisc", device: "lo", namespace } as const;
  await takeStep({ ...step, handle: "7b:" });
  expect(inside("tc", "qdisc", "show", "dev", "lo")).toContain("7a:");
  await takeStep({ ...step, handle: "7a:" });
  expect(inside("tc", "qdisc", "show", "dev", "lo")).not.toContain("7a:");
  await takeStep({ ...step, handle: "7a:" });
  await takeStep({ ...step, handle: "7a:", device: "not-there0" });
  await end();
  await takeStep({ ...step, handle: "7a:" });
});

test("a toxic in a proxy that is gone is gone", async () => {
  const listener = spawn(process.execPath, [
    "-e",
    "const s = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(s.address().port));",
  ]);
  const port = Number(String((await once(listener.stdout, "data"))[0]));
  listener.kill("SIGKILL");
  await once(listener, "exit");
  await takeStep({ kind: "delete-toxic", api: `http://127.0.0.1:${port}`, proxy: "db", toxic: "slow" });
});

function whyNoNamespaces(): string | false {
  try {
    execFileSync("unshare", ["-n", "sh", "-c", "nft list tables && tc -V && ip link show"], {
      stdio: "pipe",
    });
    return false;
  } catch (error) {
    return `no network namespaces, nft or tc here: ${error instanceof Error ? error.message : String(error)}`;
  }
}
