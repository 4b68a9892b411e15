import { afterEach, expect, test } from "vitest";

import type { Effect, FaultRule } from "../faults/rule.ts";
import { startController, type Controller, type ControllerSettings } from "./index.ts";

/**
 * What SDKs of Failure Flags send and read, byte for byte. The SDKs themselves are driven in tests/peers/failure-flags.peer.ts.
 */
const open: Controller[] = [];
afterEach(async () => {
  for (const controller of open.splice(0)) await controller.close();
});

type Rule = Partial<FaultRule> & Pick<FaultRule, "effects">;

async function startWith(
  rules: readonly (Rule & { service?: string })[],
  settings: ControllerSettings = {},
): Promise<Controller> {
  const controller = await startController({ port: 0, random: () => 0.5, ...settings });
  open.push(controller);
  rules.forEach(({ service, ...rule }, index) =>
    controller.rules.hold(`r${index}`, {
      owner: "test",
      lease: 60_000,
      ...(service === undefined ? {} : { service }),
      rule: { point: "checkout", ...rule },
    }),
  );
  return controller;
}

function invoke(controller: Controller, body: unknown): Promise<Response> {
  return fetch(`${controller.url}/experiment`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function experimentAt(
  controller: Controller,
  labels: object = {},
  name = "checkout",
): Promise<unknown> {
  const answer = await invoke(controller, { name, labels: { "failure-flags-sdk-version": "1", ...labels } });
  return answer.status === 204 ? undefined : answer.json();
}

test("an experiment comes as plain JSON with its length, and none as 204 without a body", async () => {
  const controller = await startWith([{ effects: [{ kind: "latency", milliseconds: 12.4, jitter: 10 }] }]);
  const answer = await invoke(controller, { name: "checkout", labels: {} });
  const body = await answer.text();
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/json");
  expect(answer.headers.get("content-length")).toBe(String(body.length));
  expect(JSON.parse(body)).toEqual({ id: "r0", name: "checkout", rate: 1, effect: { latency: 17 } });
  const none = await invoke(controller, { name: "other", labels: {} });
  expect([none.status, await none.text()]).toEqual([204, ""]);
});

test.each<[string, readonly Effect[], object]>([
  ["a message", [{ kind: "exception", message: "down" }], { exception: "down" }],
  ["no message", [{ kind: "exception" }], { exception: "Injected by a fault point" }],
  [
    "properties",
    [{ kind: "exception", name: "TypeError", message: "bad", properties: { code: "E1" } }],
    { exception: { name: "TypeError", message: "bad", code: "E1" } },
  ],
  [
    "a status",
    [{ kind: "status", status: 503, retryAfter: 1000 }],
    { exception: { message: "Injected: status 503", status: 503, retryAfter: 1000 } },
  ],
  ["data", [{ kind: "data", value: { items: [] } }], { data: { items: [] } }],
  ["hanging", [{ kind: "hang", milliseconds: 500 }], { latency: 500, exception: "Injected: no answer" }],
  [
    "latency, then an exception, then what nobody feels",
    [
      { kind: "latency", milliseconds: 5 },
      { kind: "exception", message: "first" },
      { kind: "latency", milliseconds: 7 },
    ],
    { latency: 5, exception: "first" },
  ],
])("effects are said in its words: %s", async (_, effects, effect) => {
  const controller = await startWith([{ effects }]);
  expect(await experimentAt(controller)).toMatchObject({ effect });
});

test("data that can't be laid over an object is not said", async () => {
  const controller = await startWith([{ effects: [{ kind: "data", value: [1] }] }]);
  expect(await experimentAt(controller)).toBeUndefined();
});

test("several rules come as one experiment, which every version understands", async () => {
  const controller = await startWith([
    { effects: [{ kind: "latency", milliseconds: 5 }] },
    {
      effects: [
        { kind: "latency", milliseconds: 7 },
        { kind: "exception", message: "first" },
      ],
    },
    { effects: [{ kind: "exception", message: "second" }] },
  ]);
  expect(await experimentAt(controller)).toMatchObject({ effect: { latency: 12, exception: "first" } });
});

test("labels, services, cohorts and counts are decided here", async () => {
  const effects: readonly Effect[] = [{ kind: "exception", message: "x" }];
  const labelled = await startWith([{ effects, labels: { path: ["/a", "/b"] } }]);
  expect(await experimentAt(labelled, { path: "/b" })).toBeDefined();
  expect(await experimentAt(labelled, { path: "/c" })).toBeUndefined();
  const ofService = await startWith([{ effects, service: "shop" }]);
  expect(await experimentAt(ofService, { service: "shop" })).toBeDefined();
  expect(await experimentAt(ofService, {})).toBeUndefined();
  const counted = await startWith([{ effects, first: 2 }]);
  const felt = [];
  for (let call = 0; call < 4; call += 1) felt.push((await experimentAt(counted)) !== undefined);
  expect(felt).toEqual([true, true, false, false]);
  const cohort = await startWith([{ effects, cohort: { by: "user", share: 0.5 }, seed: 1 }]);
  const members = [];
  for (let user = 0; user < 40; user += 1)
    if ((await experimentAt(cohort, { user: String(user) })) !== undefined) members.push(user);
  expect(members.length).toBeGreaterThan(8);
  expect(members.length).toBeLessThan(32);
  for (const user of members) expect(await experimentAt(cohort, { user: String(user) })).toBeDefined();
});

test("a share is thrown here, so that it holds with SDKs that read no rate", async () => {
  const throws = [0.1, 0.3, 0.19, 0.9];
  const controller = await startWith([{ effects: [{ kind: "exception" }], share: 0.2 }], {
    random: () => throws.shift() ?? 1,
  });
  const felt = [];
  for (let call = 0; call < 4; call += 1) felt.push((await experimentAt(controller)) !== undefined);
  expect(felt).toEqual([true, false, true, false]);
});

test("labels that are no text are read as it, and what is no flag is refused", async () => {
  const controller = await startWith([{ effects: [{ kind: "exception" }], labels: { shard: "7" } }]);
  expect(await experimentAt(controller, { shard: 7, more: { deep: 1 } })).toBeDefined();
  expect((await invoke(controller, { name: "", labels: {} })).status).toBe(400);
  expect((await invoke(controller, { labels: {} })).status).toBe(400);
  expect((await invoke(controller, { name: "checkout", labels: null })).status).toBe(204);
});
