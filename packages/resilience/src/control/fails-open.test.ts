import { setImmediate } from "node:timers/promises";

import { afterEach, expect, test } from "vitest";

import { faultPoint, policy, timeout } from "../index.ts";
import { FaultPoints } from "../faults/fault-points.ts";
import type { Clock } from "../time/clock.ts";
import { fakeClock, type FakeClock } from "../proof/index.ts";
import {
  badKinds,
  hugeBytes,
  startBadController,
  type BadController,
  type BadKind,
} from "../testing/bad-controller.ts";
import { faultsFromMorrow, type FaultFeed } from "./index.ts";

/** Controllers and sidecars that are no help, on real sockets; the client's time is the test's, so nothing is waited for in vain. */
const open: AsyncDisposable[] = [];
const feeds: FaultFeed[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.close();
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]();
});

async function startBad(kind: BadKind): Promise<BadController> {
  const bad = await startBadController(kind);
  open.push(bad);
  return bad;
}

function follow(url: string, points: FaultPoints, clock: Clock): FaultFeed {
  const feed = faultsFromMorrow({ url, service: "shop", points, clock });
  feeds.push(feed);
  return feed;
}

/** A call of a policy and a bare fault point, both of which must be as they are without any controller. */
async function callsWork(points: FaultPoints): Promise<void> {
  const reviews = policy({ name: "reviews", points }, timeout(60_000));
  expect(await reviews.execute(async () => "good")).toBe("good");
  expect(await reviews.execute(() => Promise.reject(new Error("down"))).catch(String)).toBe("Error: down");
  expect(faultPoint({ name: "reviews", points })({ user: "7" })).toBeUndefined();
}

/** Kinds at which the client sees by itself that they are none; with the others it loses its patience. */
const seenThrough: ReadonlySet<BadKind> = new Set(["no HTTP", "failing", "redirecting", "huge", "flapping"]);

/** Lets connections come, be answered and go until there were so many. */
async function connectTimes(
  times: number,
  bad: BadController,
  kind: BadKind,
  clock: FakeClock,
): Promise<void> {
  while (bad.accepted < times) {
    await clock.pass(250);
    await setImmediate();
  }
  // One that is just being closed, and the next.
  expect(bad.connections).toBeLessThanOrEqual(2);
  // What it says has time to arrive before the client's own time goes on.
  for (let turn = 0; turn < 100; turn += 1) await setImmediate();
  while (bad.accepted - bad.connections < times) {
    if (!seenThrough.has(kind)) await clock.pass(250);
    await setImmediate();
  }
}

const kinds = badKinds.filter((kind) => kind !== "refusing");

test.each(kinds)("a controller that is %s changes nothing for any call", async (kind) => {
  const bad = await startBad(kind);
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  const feed = follow(bad.url, points, clock);
  for (let times = 1; times < 5; times += 1) {
    await callsWork(points);
    await connectTimes(times, bad, kind, clock);
    expect(clock.running).toBeLessThanOrEqual(1);
  }
  await callsWork(points);
  expect(bad.taken).toBeLessThan(hugeBytes / 2);
  feed.close();
  expect(clock.running).toBe(0);
});

test("a controller that refuses changes nothing for any call", async () => {
  const bad = await startBad("refusing");
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  const feed = follow(bad.url, points, clock);
  for (let time = 0; time < 200; time += 1) {
    await clock.pass(500);
    await setImmediate();
    expect(clock.running).toBeLessThanOrEqual(1);
  }
  await callsWork(points);
  feed.close();
  expect(clock.running).toBe(0);
});

test("a controller that fails is asked ever more rarely, and then every few seconds", async () => {
  const bad = await startBad("failing");
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  const pauses: number[] = [];
  follow(bad.url, points, clock);
  while (pauses.length < 8) {
    // Its patience with the connection, in place of which comes the pause once it has been answered.
    const patience = clock.next;
    while (clock.next === patience) await setImmediate();
    pauses.push((clock.next ?? Infinity) - clock.now());
    await clock.passToNext();
  }
  expect(Math.max(...pauses.slice(0, 2))).toBeLessThanOrEqual(500);
  expect(Math.min(...pauses.slice(5))).toBeGreaterThanOrEqual(2500);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(5000);
});
