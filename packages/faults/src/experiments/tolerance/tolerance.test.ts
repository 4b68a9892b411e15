import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { SubstitutionFailed } from "../substitution/index.ts";
import { answerOf } from "../testing/answer.ts";
import { generatedCases } from "../testing/generated-cases.ts";
import { type Dictionary, type Value } from "../values/index.ts";
import { parseJson, writeJson } from "../values/json.ts";
import { meets, PatternFailed, ToleranceFailed, translatePattern, withinTolerance } from "./index.ts";

const table = generatedCases("tolerances") as unknown as {
  configuration: Dictionary;
  secrets: Dictionary;
  values: Value[];
  cases: { tolerance: Value; met: (boolean | string)[] }[];
};
const none = { configuration: {}, secrets: {} };

describe("agrees with chaoslib", () => {
  test.each(table.cases.map((one) => ({ ...one, text: writeJson(one.tolerance) })))(
    "$text",
    ({ tolerance, met }) => {
      expect(table.values.map((value) => outcome(tolerance, value))).toEqual(met);
    },
  );
});

function outcome(tolerance: Value, value: Value): boolean | string {
  try {
    return meets(tolerance, value, table);
  } catch (error) {
    if (error instanceof ToleranceFailed) return error.because;
    throw error;
  }
}

test("a probe gets the value, and its output decides", async () => {
  const probe = parseJson(
    '{"type":"probe","name":"x","provider":{"type":"process","path":"x","arguments":{"a":1}}}',
  );
  const seen: Dictionary[] = [];
  const context = (output: Value): Parameters<typeof withinTolerance>[2] => ({
    ...none,
    runProbe: (given) => {
      seen.push(given);
      return Promise.resolve(output);
    },
  });
  expect(await withinTolerance(probe, [7], context("yes"))).toBe(true);
  expect(await withinTolerance(probe, [7], context([]))).toBe(false);
  expect(seen[0]).toMatchObject({ provider: { arguments: { a: 1, value: [7] } } });
  await expect(
    withinTolerance({ type: "probe", provider: { type: "process" } }, 1, context(true)),
  ).rejects.toMatchObject({ because: "KeyError" });
});

const patterns = generatedCases("patterns") as unknown as {
  texts: string[];
  cases: { pattern: string; matches?: boolean[] }[];
};

describe("patterns agree with Python's re", () => {
  test.each(patterns.cases)("$pattern", ({ pattern, matches }) => {
    const search = (): boolean[] => patterns.texts.map((text) => translatePattern(pattern).test(text));
    expect(answerOf(search, PatternFailed)).toBe(matches === undefined ? "refused" : writeJson(matches));
  });
});

test.each(["(a)?(?(1)b|c)", "\\N{DASH}"])("%s is said to be beyond us", (pattern) => {
  expect(() => translatePattern(pattern)).toThrow(expect.objectContaining({ kind: "untranslatable" }));
});

test("any pattern is a RegExp or a PatternFailed", () => {
  const piece = fc.constantFrom(
    ..."a \\d \\b ( (?: (?P<a> (?= (?<! (?i: (?> ) [ ] [^ ^ $ . * + ? {2} {,3} | - \\1 (?i) (?x) # & && é".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(piece).map((all) => all.join("")),
      ),
      (pattern) => {
        expect(() => answerOf(() => translatePattern(pattern).source, PatternFailed)).not.toThrow();
      },
    ),
    { numRuns: 3000 },
  );
});

test("a tolerance holds, does not hold, or says why it can't be compared", () => {
  const json = fc.json({ maxDepth: 3 }).map((text) => parseJson(text));
  const rule = fc.record(
    {
      type: fc.constantFrom("regex", "jsonpath", "range"),
      pattern: json,
      path: fc.oneof(json, fc.constantFrom("$", "$.a", "$..*")),
      range: fc.oneof(json, fc.tuple(json, json)),
      target: json,
      count: json,
      expect: json,
    },
    { requiredKeys: ["type"] },
  );
  fc.assert(
    fc.property(fc.oneof(json, rule), json, json, (tolerance, value, variables) => {
      const compare = (): boolean =>
        meets(tolerance, value, { configuration: {}, secrets: { group: variables } });
      expect(["true", "false", "refused"]).toContain(
        answerOf(() => answerOf(compare, SubstitutionFailed) === "true", ToleranceFailed),
      );
    }),
    { numRuns: 2000 },
  );
});

test("exponents of any size are compared without being written out", () => {
  const range: Value = { type: "range", range: [0, 1] };
  expect(meets(range, "1e-999999999999999", none)).toBe(true);
  expect(meets(range, "1e999999999999999", none)).toBe(false);
  expect(meets(range, "1e99999999999999999999999", none)).toBe(false);
});
