import { expect, it } from "vitest";
import { withKey, type HeldKeys } from "./heldKeys.ts";

function after(...keys: string[]): HeldKeys | null {
  return keys.reduce<HeldKeys | null>((held, key) => held && (withKey(held, key) ?? held), {
    text: "",
    enter: false,
  });
}

it("holds what is written, in order, and takes back what is deleted", () => {
  expect(after("d", "i", "x", "Backspace", "s", "k")).toEqual({ text: "disk", enter: false });
  expect(after("Backspace", "é", "🜁", "Backspace")).toEqual({ text: "é", enter: false });
});

it("knows Enter, and holds nothing that comes after it", () => {
  expect(after("a", "Enter", "b")).toEqual({ text: "a", enter: true });
});

it("leaves keys that write nothing to where they always go", () => {
  for (const key of ["ArrowDown", "Tab", "Shift", "F5"])
    expect(withKey({ text: "a", enter: false }, key)).toBeNull();
});
