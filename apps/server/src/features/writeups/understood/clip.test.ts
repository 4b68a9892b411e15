import * as fc from "fast-check";
import { expect, test } from "vitest";

import { clip, oneLine } from "./clip.ts";

const most = 12;

test("a short text stays as it is", () => {
  const short = fc.string({ maxLength: most });
  const outcome = fc.check(fc.property(short, (text) => clip(text, most) === text));
  expect(outcome.counterexample).toBeNull();
});

test("a long text is cut to what fits, shows it, and keeps its characters whole", () => {
  const long = fc.string({ unit: "grapheme", minLength: most + 1, maxLength: 60 });
  const outcome = fc.check(
    fc.property(long, (text) => {
      const clipped = clip(text, most);
      return (
        clipped.length <= most &&
        clipped.endsWith("…") &&
        clipped.isWellFormed() &&
        text.startsWith(clipped.slice(0, -1))
      );
    }),
  );
  expect(outcome.counterexample).toBeNull();
});

test("one line has no line ends and no blanks at its ends", () => {
  expect(oneLine(" a\r\n\tb  c ")).toBe("a b c");
});
