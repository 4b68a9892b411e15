import { execFile } from "node:child_process";
import { promisify } from "node:util";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { fnv1a, spread } from "./hash.ts";
import type { FaultRule } from "./rule.ts";
import { matches } from "./scope.ts";

const rule = (share: number, seed?: number): FaultRule => ({
  id: "new-checkout",
  point: "checkout",
  effects: [{ kind: "hang" }],
  cohort: { by: "user", share },
  ...(seed === undefined ? {} : { seed }),
});

const members = (fault: FaultRule, count: number) =>
  Array.from({ length: count }, (_, n) => `user-${n}`).filter((user) => matches(fault, { user }, undefined));

// The vectors of RFC 9923 for FNV-1a with 32 bits, and those of MurmurHash3 for an empty text, which is its last step on the seed.
test.each([
  ["", 0x811c9dc5],
  ["a", 0xe40c292c],
  ["foobar", 0xbf9cf968],
])("the hash of %j is the published one", (text, hash) => {
  expect(fnv1a(text)).toBe(hash);
});

test.each([
  [0, 0],
  [1, 0x514e28b7],
  [0xffffffff, 0x81f16f39],
])("%i is spread as published", (bits, hash) => {
  expect(spread(bits)).toBe(hash);
});

test("a cohort is chosen by UTF-8 and stays the same from version to version", () => {
  const chosen = ["user-1", "Zoë", "東京", "🦊", "user-2", "user-3", "user-4"].filter((user) =>
    matches(rule(0.5), { user }, undefined),
  );
  expect(chosen).toMatchInlineSnapshot(`
    [
      "user-1",
      "Zoë",
      "🦊",
      "user-4",
    ]
  `);
});

test("who is in a cohort stays in it when its share grows, and everybody is in the whole", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.double({ min: 0.001, max: 1 }),
      fc.double({ min: 0.001, max: 1 }),
      (user, a, b) => {
        const [small, large] = [Math.min(a, b), Math.max(a, b)];
        const isIn = (share: number) => matches(rule(share), { user }, undefined);
        expect(isIn(small) && !isIn(large)).toBe(false);
        expect(isIn(1)).toBe(true);
      },
    ),
  );
});

test.each([0.01, 0.05, 0.2, 0.5])("a cohort of %f is that part of the users", (share) => {
  for (const seed of [1, 2, 3]) {
    const expected = 20_000 * share;
    const deviation = Math.sqrt(20_000 * share * (1 - share));
    expect(Math.abs(members(rule(share, seed), 20_000).length - expected)).toBeLessThan(4 * deviation);
  }
});

test("the same seed chooses the same users whatever the rule; another seed, others", () => {
  const chosen = members(rule(0.5, 7), 1_000);
  expect(members({ ...rule(0.5, 7), id: "another" }, 1_000)).toEqual(chosen);
  const both = members(rule(0.5, 8), 1_000).filter((user) => chosen.includes(user));
  expect(Math.abs(both.length - 250)).toBeLessThan(60);
});

test("a call without the label is in no cohort", () => {
  expect(matches(rule(1), {}, undefined)).toBe(false);
  expect(matches({ ...rule(1), cohort: { by: "constructor", share: 1 } }, {}, undefined)).toBe(false);
  expect(matches({ ...rule(1), cohort: { by: "key", share: 1 } }, {}, "eu")).toBe(true);
});

test("another process chooses the same cohort", async () => {
  const scope = new URL("scope.ts", import.meta.url).href;
  const script = `
    import { matches } from ${JSON.stringify(scope)};
    const rule = ${JSON.stringify(rule(0.05))};
    const users = Array.from({ length: 2000 }, (_, n) => "user-" + n);
    console.log(JSON.stringify(users.filter((user) => matches(rule, { user }, undefined))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
  const here = members(rule(0.05), 2_000);
  expect(here.length).toBeGreaterThan(50);
  expect(JSON.parse(stdout)).toEqual(here);
});
