import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { answerOf, recorded } from "../testing/answer.ts";
import { generatedCases } from "../testing/generated-cases.ts";
import type { Value } from "../values/index.ts";
import { matchPath, parsePath, PathFailed } from "./index.ts";

const { documents, cases } = generatedCases("jsonpath2") as unknown as {
  documents: Record<string, Value>;
  cases: { document: string; path: string; found?: Value[]; error?: "parse" | "match" }[];
};

describe("agrees with jsonpath2", () => {
  test.each(cases)("$document: $path", (one) => {
    const find = (): Value[] => matchPath(parsePath(one.path), documents[one.document] ?? null);
    expect(answerOf(find, PathFailed)).toBe(recorded(one, one.found));
    // What is refused when it is followed was read.
    expect(answerOf(() => typeof parsePath(one.path), PathFailed) === "refused").toBe(one.error === "parse");
  });
});

test("any text is a path or a PathFailed", () => {
  const piece = fc.constantFrom(
    ...'$ @ . .. * [ ] ( ) ? : , = != < and or not a 0 -1 "x" length() true {'.split(" "),
  );
  const document = { a: [0, 1, { a: "x" }] };
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((all) => `$${all.join("")}`),
      ),
      (path) => {
        expect(() => answerOf(() => matchPath(parsePath(path), document), PathFailed)).not.toThrow();
      },
    ),
    { numRuns: 2000 },
  );
});

test("nesting and slices beyond the list end soon", () => {
  expect(() => parsePath(`$[?(${"(".repeat(10_000)}`)).toThrow("nested deeper");
  expect(matchPath(parsePath("$[0:100000000000:1]"), [1, 2])).toEqual([1, 2]);
  expect(matchPath(parsePath("$[100000000000::-1]"), [1, 2])).toEqual([]);
  expect(matchPath(parsePath("$[100000000000:0:-1]"), [1, 2])).toEqual([2]);
});
