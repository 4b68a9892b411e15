import { describe, expect, it } from "vitest";
import { completeMention, matchPeople, mentionAt } from "./mentions.ts";

const people = ["Ada Lovelace", "Grace Hopper", "Adele Goldberg", "Ana María López"].map((name) => ({
  id: name,
  name,
}));

describe("mentions", () => {
  it("begin with @ at the start of a word", () => {
    expect(mentionAt("told @gr", 8)).toEqual({ start: 5, query: "gr" });
    expect(mentionAt("@", 1)).toEqual({ start: 0, query: "" });
    expect(mentionAt("ada@example", 11)).toBeNull();
    expect(mentionAt("@ada and", 8)).toBeNull();
  });
  it("match any of a person's names", () => {
    expect(matchPeople(people, "ad").map(({ name }) => name)).toEqual(["Ada Lovelace", "Adele Goldberg"]);
    expect(matchPeople(people, "hop").map(({ name }) => name)).toEqual(["Grace Hopper"]);
    expect(matchPeople(people, "lóp").map(({ name }) => name)).toEqual(["Ana María López"]);
  });
  it("are completed where they stand", () => {
    expect(completeMention("told @gr to wait", 8, { start: 5, query: "gr" }, "Grace Hopper")).toEqual({
      text: "told @Grace Hopper to wait",
      caret: 19,
    });
  });
});
