import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { answerOf, recorded } from "../testing/answer.ts";
import { generatedCases } from "../testing/generated-cases.ts";
import { type Dictionary, type Value } from "../values/index.ts";
import { parseJson, writeJson } from "../values/json.ts";
import { substitute, SubstitutionFailed } from "./index.ts";

const { configuration: full, cases } = generatedCases("substitutions") as unknown as {
  configuration: Dictionary;
  cases: {
    data: Value;
    configuration: "full" | "empty";
    secrets: Dictionary;
    result?: Value;
    error?: string;
  }[];
};

describe("agrees with chaoslib", () => {
  test.each(
    cases.map((one) => ({
      ...one,
      text: `${writeJson(one.data)} with ${one.configuration} configuration and secrets ${writeJson(one.secrets)}`,
    })),
  )("$text", (one) => {
    const variables = { configuration: one.configuration === "full" ? full : {}, secrets: one.secrets };
    expect(answerOf(() => substitute(one.data, variables), SubstitutionFailed)).toBe(
      recorded(one, one.result),
    );
  });
});

const json = fc.json({ maxDepth: 3 }).map((text) => parseJson(text));

test("without variables nothing changes but doubled dollars", () => {
  fc.assert(
    fc.property(json, (data) => {
      const substituted = substitute(data, { configuration: {}, secrets: {} });
      expect(writeJson(substituted).replaceAll("$", "")).toBe(writeJson(data).replaceAll("$", ""));
    }),
  );
});

test("a lone name keeps the type; the configuration goes before secrets", () => {
  fc.assert(
    fc.property(json, json, (one, other) => {
      expect(substitute("${x}", { configuration: { x: one }, secrets: { g: { x: other } } })).toBe(one);
      expect(substitute(["${x}"], { configuration: {}, secrets: { g: { x: other } } })).toEqual([other]);
    }),
  );
});

test("what is put in is not looked at again", () => {
  const variables = { configuration: { a: "${b}", b: "$a" }, secrets: {} };
  expect(substitute("${a} $b", variables)).toBe("${b} $a");
});
