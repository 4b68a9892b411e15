import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bothTexts, lineDifference } from "./lineDifference.ts";

const count = (whole: string, line: string) => whole.split("\n").filter((each) => each === line).length;

describe("lineDifference", () => {
  it("marks only what the other side lacks", () => {
    const { left, right } = lineDifference("a\nb\nc", "a\nx\nc\nd");
    expect(left.filter((line) => line.own).map((line) => line.text)).toEqual(["b"]);
    expect(right.filter((line) => line.own).map((line) => line.text)).toEqual(["x", "d"]);
  });

  it("finds the same shared lines from both sides, for any texts", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c", ""), { maxLength: 12 })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { left, right } = lineDifference(a, b);
        const shared = (lines: typeof left) => lines.filter((line) => !line.own).map((line) => line.text);
        expect(shared(left)).toEqual(shared(right));
        expect(left.map((line) => line.text).join("\n")).toBe(a);
        expect(right.map((line) => line.text).join("\n")).toBe(b);
      }),
    );
  });

  it("loses no line of either when both are kept", () => {
    expect(bothTexts("a\nb\nc", "a\nx\nc\nd")).toBe("a\nb\nx\nc\nd");
    const text = fc
      .array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 12 })
      .map((lines) => lines.join("\n"));
    fc.assert(
      fc.property(text, text, (a, b) => {
        for (const line of ["a", "b", "c"])
          expect(count(bothTexts(a, b), line)).toBeGreaterThanOrEqual(
            Math.max(count(a, line), count(b, line)),
          );
      }),
    );
  });

  it("keeps paragraphs of two people apart, and list entries together", () => {
    expect(bothTexts("so far\n\nAda saw it.", "so far\n\nBen heard it.")).toBe(
      "so far\n\nAda saw it.\n\nBen heard it.",
    );
    expect(bothTexts("one\nAda's", "one\nBen's")).toBe("one\nAda's\nBen's");
  });
});
