import * as fc from "fast-check";
import { describe, expect, test } from "vitest";

import { generatedCases } from "../testing/generated-cases.ts";
import type { Value } from "../values/index.ts";
import { writeJson } from "../values/json.ts";
import { matchPath, parsePath, PathFailed } from "./index.ts";

const { documents, cases } = generatedCases("jsonpath2") as unknown as {
  documents: Record<string, Value>;
  cases: { document: string; path: string; found?: Value[]; error?: "parse" | "match" }[];
};

describe("agrees with jsonpath2", () => {
  test.each(cases)("$document: $path", ({ document, path, found, error }) => {
    if (error === "parse") {
      expect(() => parsePath(path)).toThrow(PathFailed);
      return;
    }
    const parsed = parsePath(path);
    const match = (): Value[] => matchPath(parsed, documents[document] ?? null);
    if (error === "match") expect(match).toThrow(PathFailed);
    else expect(writeJson(match())).toBe(writeJson(found));
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
        try {
          matchPath(parsePath(path), document);
        } catch (error) {
          if (!(error instanceof PathFailed)) throw error;
        }
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
