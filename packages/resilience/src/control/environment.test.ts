import { readFile } from "node:fs/promises";
import { join } from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { FaultPoints, type FaultRule } from "../index.ts";
import { faultsFromEnvironment, type RulesError } from "./index.ts";

function read(MORROW_FAULT_RULES: string | undefined, points = new FaultPoints()) {
  const problems: RulesError[] = [];
  const feed = faultsFromEnvironment({
    points,
    environment: { MORROW_FAULT_RULES },
    onProblem: (error) => problems.push(error),
  });
  return { feed, points, problems, rules: points.list().map(({ rule }) => rule) };
}

test("without the variable nothing is done", () => {
  expect(read(undefined)).toMatchObject({ rules: [], problems: [] });
  expect(read("  ")).toMatchObject({ rules: [], problems: [] });
});

test("a JSON list, until it is closed", () => {
  const rule: FaultRule = {
    id: "down",
    point: "reviews",
    effects: [{ kind: "status", status: 503 }],
    share: 0.2,
  };
  const { feed, points, rules } = read(JSON.stringify([rule]));
  expect(rules).toEqual([rule]);
  feed.close();
  expect(points.list()).toEqual([]);
});

test("the short notation says what JSON says", () => {
  const { rules, problems } = read(`
    picks = latency:200±50, share:20%; picks=latency:200+50,seed:7,after
    reviews=status:503:2000,first:3,label:tenant:acme|globex,label:region:eu,instead
    checkout=exception:TypeError:fetch failed: reset,cohort:user:5%,id:card
    checkout=latency:10,hang:5000;checkout=exception;search=hang,share:0.5;a=latency:20+-5;b=exception:AbortError`);
  expect(problems).toEqual([]);
  expect(rules).toEqual([
    {
      id: "picks",
      point: "picks",
      effects: [{ kind: "latency", milliseconds: 150, jitter: 100 }],
      share: 0.2,
    },
    {
      id: "picks-2",
      point: "picks",
      effects: [{ kind: "latency", milliseconds: 200, jitter: 50 }],
      seed: 7,
      position: "after",
    },
    {
      id: "reviews",
      point: "reviews",
      effects: [{ kind: "status", status: 503, retryAfter: 2000 }],
      first: 3,
      labels: { tenant: ["acme", "globex"], region: ["eu"] },
      position: "instead",
    },
    {
      id: "card",
      point: "checkout",
      effects: [{ kind: "exception", name: "TypeError", message: "fetch failed: reset" }],
      cohort: { by: "user", share: 0.05 },
    },
    {
      id: "checkout-2",
      point: "checkout",
      effects: [
        { kind: "latency", milliseconds: 10, jitter: 0 },
        { kind: "hang", milliseconds: 5000 },
      ],
    },
    { id: "checkout-3", point: "checkout", effects: [{ kind: "exception" }] },
    { id: "search", point: "search", effects: [{ kind: "hang" }], share: 0.5 },
    { id: "a", point: "a", effects: [{ kind: "latency", milliseconds: 15, jitter: 10 }] },
    { id: "b", point: "b", effects: [{ kind: "exception", name: "AbortError" }] },
  ]);
});

test.each([
  ["reviews", "rules.malformed", "MORROW_FAULT_RULES, rule 1"],
  ["a=hang;reviews=explode", "rules.malformed", "MORROW_FAULT_RULES, rule 2"],
  ["reviews=constructor", "rules.malformed", "MORROW_FAULT_RULES, rule 1"],
  ["reviews=latency:soon", "rules.malformed", "MORROW_FAULT_RULES, rule 1"],
  ["reviews=hang,share:20%,share:30%", "rules.malformed", "MORROW_FAULT_RULES, rule 1"],
  ["reviews=share:20%", "rules.invalid", "MORROW_FAULT_RULES, rule 1, effects"],
  ["=hang", "rules.invalid", "MORROW_FAULT_RULES, rule 1, id"],
  ["reviews=hang,share:120%", "rules.invalid", "MORROW_FAULT_RULES, rule 1, share"],
  ["reviews=hang,share:", "rules.invalid", "MORROW_FAULT_RULES, rule 1, share"],
  ["reviews=latency:50±200", "rules.invalid", "MORROW_FAULT_RULES, rule 1, effects[0].milliseconds"],
  ["reviews=latency:86400000", "rules.invalid", "MORROW_FAULT_RULES, rule 1, effects[0].milliseconds"],
  ["reviews=hang,label:__proto__:x", "rules.invalid", "MORROW_FAULT_RULES, rule 1, labels"],
  ["reviews=hang,id:a;reviews=hang,id:a", "rules.invalid", "MORROW_FAULT_RULES, rule 2"],
  ["[{", "rules.malformed", "MORROW_FAULT_RULES"],
  [
    `[{"id":"a","point":"b","effects":[{"kind":"hang"}],"user":"7"}]`,
    "rules.invalid",
    "MORROW_FAULT_RULES, rule 1",
  ],
  [
    `[{"id":"a","point":"b","effects":[{"kind":"data","value":${"[".repeat(50_000)}${"]".repeat(50_000)}}]}]`,
    "rules.invalid",
    "MORROW_FAULT_RULES, rule 1, effects[0].value",
  ],
  [
    `[{"id":"a","point":"b","effects":[{"kind":"hang"}],"labels":{"__proto__":"7"}}]`,
    "rules.invalid",
    "MORROW_FAULT_RULES, rule 1, labels",
  ],
  [
    `[{"id":"a","point":"b","effects":[{"kind":"latency","miliseconds":3}]}]`,
    "rules.invalid",
    "MORROW_FAULT_RULES, rule 1, effects[0]",
  ],
  [`[${"0,".repeat(1000)}0]`, "rules.too_large", "MORROW_FAULT_RULES"],
  ["x".repeat(2_000_000), "rules.too_large", "MORROW_FAULT_RULES"],
])("what makes no sense changes nothing and says where (%#)", (text, code, place) => {
  const points = new FaultPoints();
  read("reviews=status:503", points);
  const { problems } = read(text, points);
  expect(problems).toMatchObject([{ code, place }]);
  expect(problems[0]?.message).toMatch(/^MORROW_FAULT_RULES.*\. The fault rules are as they were\.$/);
  expect(points.list()).toMatchObject([{ rule: { point: "reviews", effects: [{ status: 503 }] } }]);
});

test("whatever the variable says, nothing is thrown, and rules come in force all or none", () => {
  const word = fc.constantFrom(
    ...'a=;,:|%±\n[]{}"'.split(""),
    ..."latency status hang exception share first seed cohort label id before 20% 200 1e999 -1 0.5 __proto__".split(
      " ",
    ),
    `{"id":"a","point":"b","effects":[{"kind":"hang"}]}`,
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 12 }), (words) => {
      const { rules, problems } = read(words.join(""));
      expect(rules.length === 0 || problems.length === 0).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test("the examples of the guide are understood", async () => {
  const guide = await readFile(
    join(import.meta.dirname, "../../../../docs/guides/resilience/fault-points.md"),
    "utf8",
  );
  const json = /```json\n(.*?)```/s.exec(guide)?.[1];
  const line = /MORROW_FAULT_RULES='(.*?)'/.exec(guide)?.[1];
  expect(read(json)).toMatchObject({ rules: [{ id: "slow-reviews" }], problems: [] });
  expect(read(line)).toMatchObject({ rules: [{ id: "recommendations" }, { id: "reviews" }], problems: [] });
});
