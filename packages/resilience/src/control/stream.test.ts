import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { setImmediate } from "node:timers/promises";

import { afterEach, expect, test } from "vitest";

import {
  startController,
  type Controller,
  type ControllerSettings,
  type RuleRequest,
} from "../controller/index.ts";
import { FaultPoints } from "../faults/fault-points.ts";
import { fakeClock } from "../proof/index.ts";
import { serve } from "../testing/http-server.ts";
import { faultsFromMorrow, type FaultFeed } from "./index.ts";
import { parseRuleSet } from "./rule-set.ts";

const feeds: FaultFeed[] = [];
const controllers: Controller[] = [];
afterEach(async () => {
  for (const feed of feeds.splice(0)) feed.close();
  for (const controller of controllers.splice(0)) await controller.close();
});

async function start(settings: ControllerSettings = {}): Promise<Controller> {
  const controller = await startController({ port: 0, ...settings });
  controllers.push(controller);
  return controller;
}

function follow(
  url: string,
  points: FaultPoints,
  more: { token?: string; service?: string } = {},
): FaultFeed {
  const feed = faultsFromMorrow({ url, service: "shop", points, random: () => 0, ...more });
  feeds.push(feed);
  return feed;
}

const down: RuleRequest = {
  owner: "test",
  lease: 60_000,
  rule: { point: "reviews", effects: [{ kind: "status", status: 503 }] },
};

const idsAt = (points: FaultPoints, point: string) => points.at(point)?.map(({ rule }) => rule.id) ?? [];

/** The event waited for is one of the network. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await setImmediate();
}

test("rules are in force from when they are set until they are removed", async () => {
  const controller = await start();
  const points = new FaultPoints();
  controller.rules.hold("before", down);
  follow(controller.url, points);
  await until(() => idsAt(points, "reviews").length === 1);
  controller.rules.hold("after", down);
  await until(() => idsAt(points, "reviews").length === 2);
  expect(idsAt(points, "reviews")).toEqual(["before", "after"]);
  controller.rules.clear();
  await until(() => idsAt(points, "reviews").length === 0);
  expect(controller.following).toBe(1);
});

test("a controller that is closed takes its rules back at once, long before their lease is over", async () => {
  const controller = await start({ lease: 60_000 });
  // On its clock no lease ever ends.
  const points = new FaultPoints({ clock: fakeClock() });
  controller.rules.hold("down", down);
  follow(controller.url, points);
  await until(() => idsAt(points, "reviews").length === 1);
  await controller.close();
  await until(() => idsAt(points, "reviews").length === 0);
  expect(points.list()).toEqual([]);
});

test("a service hears of its own rules and of those for all", async () => {
  const controller = await start();
  const points = new FaultPoints();
  controller.rules.hold("others", { ...down, service: "bank" });
  controller.rules.hold("own", { ...down, service: "shop" });
  controller.rules.hold("all", down);
  follow(controller.url, points);
  await until(() => idsAt(points, "reviews").length > 0);
  expect(idsAt(points, "reviews")).toEqual(["own", "all"]);
});

test("heartbeats keep a rule longer than its lease", async () => {
  const [clock, controllerClock] = [fakeClock(), fakeClock()];
  const controller = await start({ clock: controllerClock, lease: 3000 });
  const points = new FaultPoints({ clock });
  controller.rules.hold("down", down);
  feeds.push(faultsFromMorrow({ url: controller.url, service: "shop", points, clock }));
  const source = points.source(`morrow: ${controller.url} for shop`);
  for (let beat = 0; beat < 10; beat += 1) {
    await until(() => source.until === clock.now() + 3000);
    expect(idsAt(points, "reviews")).toEqual(["down"]);
    await clock.pass(1000);
    await controllerClock.pass(1000);
  }
});

test("a token is sent where the controller asks for one", async () => {
  const controller = await start({ token: "secret" });
  const points = new FaultPoints();
  controller.rules.hold("down", down);
  follow(controller.url, points, { token: "secret" });
  await until(() => idsAt(points, "reviews").length > 0);
  expect(idsAt(points, "reviews")).toEqual(["down"]);
});

test("a controller that comes back is followed again", async () => {
  const first = await start();
  const points = new FaultPoints();
  first.rules.hold("first", down);
  follow(first.url, points);
  await until(() => idsAt(points, "reviews").length > 0);
  await first.close();
  controllers.length = 0;
  const second = await start({ port: Number(new URL(first.url).port) });
  second.rules.hold("second", down);
  await until(() => idsAt(points, "reviews").includes("second"));
  expect(idsAt(points, "reviews")).toEqual(["second"]);
});

test("a rule counts on when others change", async () => {
  const controller = await start();
  const points = new FaultPoints();
  controller.rules.hold("twice", { ...down, rule: { ...down.rule, first: 2 } });
  follow(controller.url, points);
  await until(() => idsAt(points, "reviews").length > 0);
  const take = () => points.at("reviews")?.[0]?.takes({}, undefined, () => 0);
  expect([take(), take()]).toEqual([true, true]);
  controller.rules.hold("other", { ...down, rule: { ...down.rule, point: "other" } });
  await until(() => idsAt(points, "other").length > 0);
  expect(take()).toBe(false);
});

/** A controller whose words the test chooses. */
async function scripted(): Promise<{ url: string; say(data: string): Promise<void> } & AsyncDisposable> {
  const { promise: stream, resolve } = Promise.withResolvers<ServerResponse>();
  const server = await serve((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    resolve(response);
  });
  return {
    url: server.origin,
    say: async (data) => void (await stream).write(`event: rules\ndata: ${data}\n\n`),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const setOf = (id: string, lease = 3000) =>
  JSON.stringify({ lease, rules: [{ id, point: "reviews", effects: [{ kind: "hang" }] }] });

test("the lease is counted on the client's own clock, from when the event came", async () => {
  await using controller = await scripted();
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  feeds.push(faultsFromMorrow({ url: controller.url, service: "shop", points, clock }));
  await controller.say(setOf("held", 2000));
  await until(() => idsAt(points, "reviews").length > 0);
  await clock.pass(1999);
  expect(idsAt(points, "reviews")).toEqual(["held"]);
  await clock.pass(1);
  expect(idsAt(points, "reviews")).toEqual([]);
});

const nonsense = [
  "{",
  "null",
  '{"lease":3000}',
  '{"lease":-1,"rules":[]}',
  '{"lease":1e12,"rules":[]}',
  '{"lease":"3000","rules":[]}',
  '{"lease":3000,"rules":{}}',
  '{"lease":3000,"rules":[{}]}',
  '{"lease":3000,"rules":[{"id":"a","point":"reviews","effects":[{"kind":"latency","milliseconds":1e12}]}]}',
  '{"lease":3000,"rules":[{"id":"a","point":"reviews","effects":[{"kind":"hang"}],"labels":{"a":7}}]}',
  '{"lease":3000,"rules":[{"id":"a","point":"reviews","effects":[{"kind":"hang"}],"onlyOn":"Sunday"}]}',
  `{"lease":3000,"rules":[${JSON.stringify({ id: "a", point: "p", effects: [{ kind: "hang" }] })},${JSON.stringify({ id: "a", point: "q", effects: [{ kind: "hang" }] })}]}`,
];

test.each(nonsense)("an event that makes no sense is none: %s", (data) => {
  expect(parseRuleSet(data)).toBeUndefined();
});

test("events that make no sense leave the last good set as it is", async () => {
  await using controller = await scripted();
  const points = new FaultPoints();
  follow(controller.url, points);
  // Their leases are real time, which must not end on a busy machine.
  await controller.say(setOf("good", 60_000));
  await until(() => idsAt(points, "reviews").length > 0);
  for (const data of nonsense) await controller.say(data);
  await controller.say(setOf("better", 60_000));
  await until(() => {
    expect(idsAt(points, "reviews")).toHaveLength(1);
    return idsAt(points, "reviews")[0] === "better";
  });
});

test("closing takes the rules back at once and hangs up", async () => {
  const hungUp = Promise.withResolvers<void>();
  const server = createServer((request, response) => {
    request.on("close", () => hungUp.resolve());
    response.writeHead(200, { "Content-Type": "text/event-stream" });
    response.write(`event: rules\ndata: ${setOf("good")}\n\n`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const points = new FaultPoints();
  const feed = follow(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`, points);
  await until(() => idsAt(points, "reviews").length > 0);
  feed.close();
  expect(points.at("reviews")).toBeUndefined();
  await hungUp.promise;
  server.close();
});

test("without an address nothing is done, and with one that is none it is said at once", () => {
  const points = new FaultPoints();
  faultsFromMorrow({ url: "", service: "shop", points }).close();
  expect(() => faultsFromMorrow({ url: "localhost:5032", service: "shop", points })).toThrow(
    /http or https URL, not localhost:5032/,
  );
});

test("a token from a file, with the end of its line, is the token", async () => {
  const points = new FaultPoints();
  const controller = await start({ token: "secret" });
  controller.rules.hold("down", down);
  follow(controller.url, points, { token: "secret\n" });
  await until(() => idsAt(points, "reviews").length > 0);
  expect(idsAt(points, "reviews")).toEqual(["down"]);
});

test("two services in one process do not take each other's rules back", async () => {
  const controller = await start();
  const points = new FaultPoints();
  controller.rules.hold("ours", { ...down, service: "shop" });
  controller.rules.hold("theirs", { ...down, service: "till" });
  follow(controller.url, points, { service: "shop" });
  follow(controller.url, points, { service: "till" });
  const sources = ["shop", "till"].map((name) => points.source(`morrow: ${controller.url} for ${name}`));
  await until(() => sources.every(({ rules }) => rules.length > 0));
  expect(idsAt(points, "reviews")).toEqual(["ours", "theirs"]);
});
