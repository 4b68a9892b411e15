import { describe, expect, it } from "vitest";
import { offeredKinds, kindLetters } from "./kindKeys.ts";
import { parseEntry } from "./parseEntry.ts";

const context = { now: "2026-05-01T15:00:00Z", zone: "UTC" };

describe("parseEntry", () => {
  it("reads a kind and a time in either order", () => {
    for (const text of [
      "/a 14:05 restarted the pool",
      "14:05 /a restarted the pool",
      "14:05: /action restarted the pool",
    ])
      expect(parseEntry(text, context)).toMatchObject({
        kind: "action",
        when: { at: "2026-05-01T14:05:00Z" },
        body: "restarted the pool",
      });
  });
  it("leaves everything else as it was written", () => {
    for (const body of ["/etc/hosts was empty", "/x marks nothing", "a/d converter", "and/or"])
      expect(parseEntry(body, context)).toEqual({ kind: null, when: null, body });
  });
  it("needs no text after it", () =>
    expect(parseEntry("/d", context)).toEqual({ kind: "decision", when: null, body: "" }));
});

describe("letters", () => {
  it("are one for each kind", () => {
    expect(new Set(Object.values(kindLetters)).size).toBe(offeredKinds.length);
    expect(Object.keys(kindLetters).toSorted()).toEqual(offeredKinds.toSorted());
  });
});
