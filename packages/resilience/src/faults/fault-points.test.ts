import { expect, test } from "vitest";

import { fakeClock } from "../proof/index.ts";
import { ActiveRule } from "./active-rule.ts";
import { FaultPoints } from "./fault-points.ts";
import type { FaultRule } from "./rule.ts";

const slow: FaultRule = { id: "slow", point: "reviews", effects: [{ kind: "latency", milliseconds: 200 }] };
const gone: FaultRule = { ...slow, id: "gone", effects: [{ kind: "status", status: 503 }] };

const idsAt = (points: FaultPoints, point: string) => points.at(point)?.map(({ rule }) => rule.id);

test("sources replace their own rules and nobody else's, and stand in the order in which they came", () => {
  const points = new FaultPoints();
  const file = points.source("file");
  points.source("stream").replace([{ ...slow, id: "streamed" }]);
  file.replace([slow, gone]);
  expect(idsAt(points, "reviews")).toEqual(["slow", "gone", "streamed"]);
  file.replace([gone]);
  expect(idsAt(points, "reviews")).toEqual(["gone", "streamed"]);
  expect(points.list().map(({ source, rule }) => [source, rule.id])).toEqual([
    ["file", "gone"],
    ["stream", "streamed"],
  ]);
  expect(points.source("file")).toBe(file);
  file.clear();
  points.source("stream").clear();
  expect(idsAt(points, "reviews")).toBeUndefined();
});

test("rules end when their lease is not renewed, and without a timer", async () => {
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  const source = points.source("stream");
  source.replace([slow], { lease: 10_000 });
  using _ = points.activate({ ...gone, point: "checkout" });
  await clock.pass(9_999);
  expect(idsAt(points, "reviews")).toEqual(["slow"]);
  expect(source.renew(5_000)).toBe(true);
  await clock.pass(4_999);
  expect(idsAt(points, "reviews")).toEqual(["slow"]);
  expect(clock.running).toBe(0);
  await clock.pass(1);
  expect(points.list().map(({ rule }) => rule.id)).toEqual(["gone"]);
  expect(idsAt(points, "reviews")).toBeUndefined();
  expect(idsAt(points, "checkout")).toEqual(["gone"]);
  expect(source.renew(5_000)).toBe(false);
  source.replace([slow]);
  await clock.pass(1e9);
  expect(idsAt(points, "reviews")).toEqual(["slow"]);
});

test("a rule that is given again goes on counting, also after its lease ran out; one with another id begins", async () => {
  const clock = fakeClock();
  const points = new FaultPoints({ clock });
  const source = points.source("stream");
  const taken = () =>
    points.at("reviews")?.filter((active) => active.takes(undefined, undefined, () => 0)).length;
  source.replace([{ ...slow, first: 2 }], { lease: 1_000 });
  expect([taken(), taken(), taken()]).toEqual([1, 1, 0]);
  source.replace([{ ...slow, first: 3 }], { lease: 1_000 });
  expect([taken(), taken()]).toEqual([1, 0]);
  await clock.pass(1_000);
  expect(taken()).toBeUndefined();
  source.replace([{ ...slow, first: 3 }]);
  expect(taken()).toBe(0);
  source.replace([{ ...slow, id: "again", first: 3 }]);
  expect(taken()).toBe(1);
});

test("a rule of code is in force until it is ended or disposed of, and tells how often it was injected", () => {
  const points = new FaultPoints();
  const ended = points.activate(slow);
  ended.end();
  ended.end();
  expect(points.at("reviews")).toBeUndefined();
  {
    using fault = points.activate(slow);
    using twin = points.activate(slow);
    for (const active of points.at("reviews") ?? []) active.takes(undefined, undefined, Math.random);
    expect([fault.injected, twin.injected]).toEqual([1, 1]);
  }
  expect(points.at("reviews")).toBeUndefined();
  expect(points.list()).toEqual([]);
});

test.each([
  [{ ...slow, id: "" }, TypeError],
  [{ ...slow, point: "" }, TypeError],
  [{ ...slow, effects: [] }, TypeError],
  [{ ...slow, share: 0 }, RangeError],
  [{ ...slow, share: 1.01 }, RangeError],
  [{ ...slow, cohort: { by: "user", share: Number.NaN } }, RangeError],
  [{ ...slow, first: 0 }, RangeError],
  [{ ...slow, seed: 0.5 }, RangeError],
  [{ ...slow, effects: [{ kind: "latency", milliseconds: -1 }] }, RangeError],
  [{ ...slow, effects: [{ kind: "latency", milliseconds: Infinity }] }, RangeError],
  [{ ...slow, effects: [{ kind: "status", status: 99 }] }, RangeError],
  [{ ...slow, effects: [{ kind: "explosion" }] }, TypeError],
  [{ ...slow, position: "beside" }, TypeError],
])("a rule that cannot be is refused, and nothing is changed: %j", (rule, kind) => {
  const points = new FaultPoints();
  const source = points.source("file");
  source.replace([gone]);
  expect(() => source.replace([slow, rule as FaultRule])).toThrow(kind);
  expect(() => points.activate(rule as FaultRule)).toThrow(kind);
  expect(points.list().map(({ rule: { id } }) => id)).toEqual(["gone"]);
});

test("two rules with one id, and a lease without length, are refused", () => {
  const source = new FaultPoints().source("file");
  expect(() => source.replace([slow, slow])).toThrow(/Two fault rules of one source have the id slow/);
  expect(() => source.replace([slow], { lease: 0 })).toThrow(/A lease must be longer than 0 ms/);
  expect(source.rules).toEqual([]);
});

test("who is asked at every call comes after the rules of all sources", () => {
  const points = new FaultPoints();
  const asked: string[] = [];
  const end = points.ask((point) => {
    asked.push(point);
    return new ActiveRule({ ...gone, point }, () => Infinity);
  });
  points.source("file").replace([slow]);
  expect(idsAt(points, "reviews")).toEqual(["slow", "gone"]);
  expect(idsAt(points, "checkout")).toEqual(["gone"]);
  end();
  expect(idsAt(points, "reviews")).toEqual(["slow"]);
  points.source("file").clear();
  expect(idsAt(points, "reviews")).toBeUndefined();
  expect(asked).toEqual(["reviews", "checkout"]);
});
