import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { setImmediate } from "node:timers/promises";

import { FaultPoints } from "@morrow/resilience";
import { faultsFromMorrow } from "@morrow/resilience/control";
import { afterEach, expect, test } from "vitest";

import { runMorrow } from "./run-morrow.ts";

const children: ChildProcess[] = [];
const feeds: Disposable[] = [];
afterEach(() => {
  for (const feed of feeds.splice(0)) feed[Symbol.dispose]();
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

interface Started {
  readonly child: ChildProcess;
  readonly lines: AsyncIterator<string>;
  readonly said: Promise<string>;
  /** Exit code and signal: waited for from the start, since it may end before anybody asks. */
  readonly ended: Promise<unknown[]>;
}

function start(...args: string[]): Started {
  const main = join(import.meta.dirname, "../../apps/cli/src/main.ts");
  const child = spawn(process.execPath, [main, "fault-points", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  if (child.stdout === null || child.stderr === null) throw new Error("no output to read");
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, lines, said: text(child.stderr), ended: once(child, "exit") };
}

async function serve(): Promise<{ url: string; points: FaultPoints; server: Started }> {
  const server = start("serve", "--port", "0", "--lease", "500");
  const { value } = await server.lines.next();
  const url = /http:\S+\d/.exec(String(value))?.[0] ?? "";
  const points = new FaultPoints();
  feeds.push(faultsFromMorrow({ url, service: "shop", points }));
  return { url, points, server };
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

test("a fault is set, listed, and ends with Ctrl-C", async () => {
  const { url, points } = await serve();
  const rule =
    "--latency 200 --jitter 50 --status 503 --share 20% --cohort user=5% --first 3 --label path=/a --label path=/b";
  const set = start("set", "reviews", "--url", url, ...rule.split(" "));
  expect((await set.lines.next()).value).toBe(
    "Active: reviews: 200 to 250 ms later, then status 503, on 20 % of calls, with path /a or /b, for 5 % by user, the first 3 calls",
  );
  expect((await set.lines.next()).value).toMatch(/Ctrl-C, or within 3 s when this command is killed/);
  await until(() => points.at("reviews") !== undefined);
  expect(points.at("reviews")?.[0]?.rule).toMatchObject({
    effects: [
      { kind: "latency", milliseconds: 200, jitter: 50 },
      { kind: "status", status: 503 },
    ],
    share: 0.2,
    cohort: { by: "user", share: 0.05 },
    first: 3,
    labels: { path: ["/a", "/b"] },
  });
  const listed = await runMorrow(["fault-points", "list", "--url", url], { environment: {} });
  expect(listed.out).toMatch(/all services +reviews: 200 to 250 ms later.*morrow fault-points set/);
  set.child.kill("SIGINT");
  expect(await set.ended).toEqual([0, null]);
  await until(() => points.at("reviews") === undefined);
});

test("a fault ends after the time it was given", async () => {
  const { url, points } = await serve();
  // So long that a busy machine hears of its beginning before its end.
  const set = start("set", "reviews", "--url", url, "--hang", "--service", "shop", "--for", "3s");
  await until(() => points.at("reviews") !== undefined);
  expect(await set.ended).toEqual([0, null]);
  await until(() => points.at("reviews") === undefined);
  expect(await set.said).toContain("The fault has ended.");
});

test("a fault ends by its lease when the command that holds it is killed", async () => {
  const { url, points } = await serve();
  const set = start("set", "reviews", "--url", url, "--exception", "down");
  await until(() => points.at("reviews") !== undefined);
  set.child.kill("SIGKILL");
  await set.ended;
  await until(() => points.at("reviews") === undefined);
  const listed = await runMorrow(["fault-points", "list", "--url", url], { environment: {} });
  expect(listed.err).toContain("No fault is active.");
});

test("a fault ends by the stream's lease when the controller is killed", async () => {
  const { url, points, server } = await serve();
  start("set", "reviews", "--url", url, "--exception", "down");
  await until(() => points.at("reviews") !== undefined);
  server.child.kill("SIGKILL");
  await until(() => points.at("reviews") === undefined);
  expect(points.list()).toEqual([]);
});

test("somebody else can end every fault, and its owner is told", async () => {
  const { url, points } = await serve();
  const set = start("set", "reviews", "--url", url, "--data", '{"items":[]}');
  await until(() => points.at("reviews") !== undefined);
  const cleared = await runMorrow(["fault-points", "clear", "--url", url], { environment: {} });
  expect(cleared.err).toBe("1 fault ended.\n");
  expect(await set.ended).toEqual([0, null]);
  expect(await set.said).toContain("Somebody else ended the fault.");
});

const refused = async (...args: string[]) => {
  const url = ["--url", "http://127.0.0.1:9"];
  const { code, err } = await runMorrow(["fault-points", ...args, ...url], { environment: {} });
  return [code, err.split("\n")[0]];
};

test("what can't be is said: no effect, several ends, no controller", async () => {
  expect(await refused("set", "reviews")).toEqual([2, expect.stringMatching(/say what happens/)]);
  expect(await refused("set", "reviews", "--hang", "--status", "500")).toEqual([
    2,
    expect.stringMatching(/end in one way/),
  ]);
  expect(await refused("set", "reviews", "--hang", "--share", "0%")).toEqual([
    2,
    expect.stringMatching(/percentage above 0%/),
  ]);
  expect(await refused("list")).toEqual([3, expect.stringMatching(/morrow fault-points serve/)]);
  expect(await runMorrow(["fault-points", "serve", "--host", "0.0.0.0"], { environment: {} })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/give it a token/),
  });
  expect(await runMorrow(["fault-points", "list", "--url", "nonsense"], { environment: {} })).toMatchObject({
    code: 2,
    err: expect.stringMatching(/http or https URL, not nonsense/),
  });
  const { url } = await serve();
  expect(
    await runMorrow(["fault-points", "serve", "--port", new URL(url).port], { environment: {} }),
  ).toMatchObject({ code: 2, err: expect.stringMatching(/Another program listens/) });
});
