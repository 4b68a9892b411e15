import { describe, expect, it } from "vitest";
import { keyName, keysText, matchKeys } from "./matching.ts";

const press = (key: string, more: Partial<Parameters<typeof keyName>[0]> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe("keyName", () => {
  it("treats Ctrl and ⌘ alike, and leaves Alt alone", () => {
    expect(press("K", { metaKey: true })).toBe("mod+k");
    expect(press("k", { ctrlKey: true })).toBe("mod+k");
    expect(press("?")).toBe("?");
    expect(press("h", { altKey: true })).toBeNull();
    expect(press("Shift")).toBeNull();
  });
});

describe("matchKeys", () => {
  const shortcuts = [
    { keys: "g h" },
    { keys: "g i" },
    { keys: "d" },
    { keys: "mod+k" },
    { keys: "d", later: true },
  ];

  it("waits for the second key of a sequence, then runs", () => {
    expect(matchKeys(shortcuts, "", "g")).toEqual({ kind: "wait", held: "g" });
    expect(matchKeys(shortcuts, "g", "i")).toEqual({ kind: "run", shortcut: { keys: "g i" } });
  });
  it("takes a key for itself when it does not complete the sequence", () => {
    expect(matchKeys(shortcuts, "g", "g")).toEqual({ kind: "wait", held: "g" });
    expect(matchKeys(shortcuts, "g", "z")).toEqual({ kind: "none" });
  });
  it("lets the later registration win", () => {
    expect(matchKeys(shortcuts, "", "d")).toEqual({ kind: "run", shortcut: { keys: "d", later: true } });
  });
});

describe("keysText", () => {
  it("reads as a person would say it", () => {
    expect(keysText("mod+k", true)).toBe("⌘K");
    expect(keysText("mod+k", false)).toBe("Ctrl K");
    expect(keysText("g h", false)).toBe("g then h");
  });
});
