import { expect, test } from "vitest";
import { decodeNamedCharacterReference } from "./entities.ts";

test.each([
  ["amp", "&"],
  ["nbsp", "\u00A0"],
  ["rsquo", "\u2019"],
  ["apos", "'"],
  ["Uuml", "\u00DC"],
  ["oslash", "\u00F8"],
  ["thinsp", "\u2009"],
])("&%s; is %j", (name, character) => {
  expect(decodeNamedCharacterReference(name)).toBe(character);
});

test("an unknown name stays as it is written", () => {
  expect(decodeNamedCharacterReference("nosuchname")).toBe(false);
  expect(decodeNamedCharacterReference("constructor")).toBe(false);
});
