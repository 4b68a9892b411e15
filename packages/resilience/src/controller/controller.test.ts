import { request } from "node:http";
import { text } from "node:stream/consumers";

import { afterEach, expect, test } from "vitest";

import { fakeClock } from "../proof/fake-clock.ts";
import { startController, type Controller, type ControllerSettings } from "./index.ts";

const open: Controller[] = [];
afterEach(async () => {
  for (const controller of open.splice(0)) await controller.close();
});

async function start(settings: ControllerSettings = {}): Promise<Controller> {
  const controller = await startController({ port: 0, ...settings });
  open.push(controller);
  return controller;
}

interface Answered {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** Node's own client, which sends any header it is told to. */
function ask(
  controller: Controller,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { "Content-Type": "application/json" };
    const sent = request(`${controller.url}${path}`, { method, headers: { ...json, ...headers } });
    sent.on("error", reject);
    sent.on("response", (response) => {
      text(response).then(
        (said) => resolve({ status: response.statusCode, headers: response.headers, body: said }),
        reject,
      );
    });
    sent.end(typeof body === "string" ? body : JSON.stringify(body));
  });
}

const slow = {
  owner: "test",
  lease: 60_000,
  rule: { point: "reviews", effects: [{ kind: "latency", milliseconds: 200 }] },
};

test("a rule is set under an id, listed, renewed and removed", async () => {
  const controller = await start();
  const set = await ask(controller, "PUT", "/rules/slow", slow);
  expect([set.status, JSON.parse(set.body)]).toMatchObject([200, { id: "slow", owner: "test" }]);
  await ask(controller, "PUT", "/rules/slow", slow);
  const listed = JSON.parse((await ask(controller, "GET", "/rules")).body);
  expect(listed).toMatchObject({ rules: [{ id: "slow", rule: { ...slow.rule, id: "slow" } }] });
  const renewed = await ask(controller, "PATCH", "/rules/slow", { lease: 80_000 });
  expect(JSON.parse(renewed.body).expiresIn).toBeGreaterThan(60_000);
  expect((await ask(controller, "DELETE", "/rules/slow")).status).toBe(204);
  expect((await ask(controller, "DELETE", "/rules/slow")).status).toBe(404);
  expect((await ask(controller, "PATCH", "/rules/slow", { lease: 1000 })).body).toContain("rule.unknown");
  await ask(controller, "PUT", "/rules/a", slow);
  await ask(controller, "PUT", "/rules/b", slow);
  expect((await ask(controller, "DELETE", "/rules")).body).toBe('{"removed":2}');
  expect((await ask(controller, "GET", "/rules")).body).toBe('{"rules":[],"following":0}');
});

test("a rule ends with the lease that its owner no longer renews", async () => {
  const clock = fakeClock();
  const controller = await start({ clock });
  controller.rules.hold("slow", {
    ...slow,
    lease: 1000,
    rule: { point: "reviews", effects: [{ kind: "hang" }] },
  });
  await clock.pass(900);
  controller.rules.renew("slow", 1000);
  await clock.pass(900);
  expect(controller.rules.list()).toMatchObject([{ id: "slow", expiresIn: 100 }]);
  await clock.pass(100);
  expect(controller.rules.list()).toEqual([]);
});

test.each([
  ["no rule", { owner: "test", lease: 1000 }],
  ["a lease that is too short", { ...slow, lease: 1 }],
  ["a lease that is too long", { ...slow, lease: 1e9 }],
  ["a scope that nobody knows", { ...slow, rule: { ...slow.rule, onlyIf: "x" } }],
  ["an effect that nobody knows", { ...slow, rule: { ...slow.rule, effects: [{ kind: "fire" }] } }],
  ["no effect", { ...slow, rule: { ...slow.rule, effects: [] } }],
  ["labels that are none", { ...slow, rule: { ...slow.rule, labels: { a: 5 } } }],
  ["a share of nothing", { ...slow, rule: { ...slow.rule, share: 0 } }],
  ["a list", []],
  ["null", null],
])("%s is refused with its place", async (_, body) => {
  const controller = await start();
  const answer = await ask(controller, "PUT", "/rules/slow", body === null ? "null" : body);
  expect(answer.status).toBe(400);
  expect(JSON.parse(answer.body).error).toMatchObject({ code: "input.invalid", fields: [{}] });
  expect(controller.rules.list()).toEqual([]);
});

test.each<[string, number, string, string, string, unknown, Record<string, string>]>([
  [
    "a page of another site",
    403,
    "request.cross_site",
    "PUT",
    "/rules/a",
    slow,
    { Origin: "http://evil.test" },
  ],
  [
    "a page of the same name",
    403,
    "request.cross_site",
    "GET",
    "/rules",
    undefined,
    { Origin: "http://localhost" },
  ],
  ["a preflight", 403, "request.cross_site", "OPTIONS", "/rules/a", undefined, { Origin: "null" }],
  ["a name made to point here", 403, "request.host", "GET", "/stream", undefined, { Host: "evil.test:5032" }],
  [
    "a name that begins well",
    403,
    "request.host",
    "GET",
    "/rules",
    undefined,
    { Host: "localhost.evil.test" },
  ],
  ["a form", 415, "input.unsupported_type", "PUT", "/rules/a", "{}", { "Content-Type": "text/plain" }],
  ["no JSON", 400, "input.malformed_json", "PUT", "/rules/a", "{", {}],
  ["too much", 413, "input.too_large", "PUT", "/rules/a", "1".repeat(200_000), {}],
  ["another address", 404, "route.unknown", "GET", "//", undefined, {}],
  ["an id that is none", 404, "route.unknown", "DELETE", "/rules/%2e%2e", undefined, {}],
])("%s is refused: %i %s", async (_, status, code, method, path, body, headers) => {
  const controller = await start();
  const answer = await ask(controller, method, path, body, headers);
  expect([answer.status, JSON.parse(answer.body).error.code]).toEqual([status, code]);
});

test("what is nested too deeply is refused", async () => {
  const controller = await start();
  const depth = 50_000;
  const body = `{"owner":"t","lease":1000,"rule":{"point":"p","effects":[{"kind":"data","value":${"[".repeat(depth)}${"]".repeat(depth)}}]}}`;
  expect((await ask(controller, "PUT", "/rules/a", body)).status).toBe(400);
});

test("no more rules are taken than a stream can carry", async () => {
  const controller = await start();
  const large = { ...slow, rule: { point: "p", effects: [{ kind: "data", value: "x".repeat(100_000) }] } };
  for (const id of ["a", "b", "c", "d"])
    expect((await ask(controller, "PUT", `/rules/${id}`, large)).status).toBe(200);
  expect((await ask(controller, "PUT", "/rules/e", large)).body).toContain("rules.full");
  // In the place of one that is there it still fits.
  expect((await ask(controller, "PUT", "/rules/d", large)).status).toBe(200);
});

test("with a token everybody needs it, except an SDK of Failure Flags on the same machine", async () => {
  const controller = await start({ token: "secret" });
  expect((await ask(controller, "GET", "/rules")).status).toBe(401);
  expect((await ask(controller, "GET", "/stream")).status).toBe(401);
  const wrong = { Authorization: "Bearer other" };
  expect((await ask(controller, "GET", "/rules", undefined, wrong)).status).toBe(401);
  const right = { Authorization: "Bearer secret", Host: "faults.internal" };
  expect((await ask(controller, "GET", "/rules", undefined, right)).status).toBe(200);
  expect((await ask(controller, "POST", "/experiment", { name: "reviews" })).status).toBe(204);
  const pointed = { Host: "evil.test" };
  expect((await ask(controller, "POST", "/experiment", { name: "reviews" }, pointed)).status).toBe(401);
});

test("settings that can't be are refused", async () => {
  for (const host of ["0.0.0.0", "127.example.invalid"])
    await expect(startController({ host, port: 0 })).rejects.toThrow(/give it a token/);
  await expect(startController({ port: 0, lease: 1 })).rejects.toThrow(/from 100 to 60,000 ms/);
  const { url } = await start();
  await expect(startController({ port: Number(new URL(url).port) })).rejects.toThrow(/EADDRINUSE/);
});
