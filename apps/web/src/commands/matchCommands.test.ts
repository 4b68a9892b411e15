import { describe, expect, it } from "vitest";
import { matchCommands } from "./matchCommands.ts";
import type { Command } from "./registry.ts";

const command = (label: string, keywords = ""): Command => ({
  id: label,
  label,
  keywords,
  group: "Go to",
  run: () => {},
});
const all = [
  command("Go to incidents", "outages"),
  command("Declare an incident", "new report"),
  command("Import write-ups", "markdown"),
];
const labels = (query: string) => matchCommands(all, query).map((each) => each.label);

describe("matchCommands", () => {
  it("offers everything while nothing is typed", () => expect(labels(" ")).toHaveLength(3));
  it("wants every word to begin a word", () => {
    expect(labels("inc")).toEqual(["Go to incidents", "Declare an incident"]);
    expect(labels("dec inc")).toEqual(["Declare an incident"]);
    expect(labels("ups")).toEqual(["Import write-ups"]);
    expect(labels("cident")).toEqual([]);
  });
  it("knows other words", () => expect(labels("outage")).toEqual(["Go to incidents"]));
});
