import { expect, test } from "vitest";
import { rules } from "./index.ts";
import { lintText, toSarif } from "./lint.ts";

const text = "# Outage\n\nThe root cause was a full disk.\n\n<!-- morrow-coach ignore tone -- x -->\n";

test("a finding is flat, with the path it was given", () => {
  expect(lintText("a b/outage.md", text)[0]).toEqual({
    path: "a b/outage.md",
    line: 3,
    column: 1,
    endLine: 3,
    endColumn: 15,
    ruleId: "single-root-cause",
    severity: "error",
    message: "This names one cause for the whole event.",
    question: "What else had to be true for this to happen?",
  });
});

test("SARIF names every rule once and points at the words", () => {
  const log = toSarif(lintText("a b/outage.md", text));
  const [run] = log.runs;
  expect(log.version).toBe("2.1.0");
  expect(run?.tool.driver.rules.map((rule) => rule.id)).toEqual([
    ...rules.map((rule) => rule.id),
    "suppression",
  ]);
  expect(run?.results.map((result) => [result.ruleId, result.ruleIndex, result.level])).toEqual([
    ["single-root-cause", 3, "error"],
    ["suppression", 5, "warning"],
  ]);
  expect(run?.results[0]?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: "a%20b/outage.md" },
    region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 15 },
  });
});

test("no findings, an empty run", () => {
  expect(toSarif([]).runs[0]?.results).toEqual([]);
});

test("every rule explains itself", () => {
  for (const rule of rules) {
    expect(rule.question).toMatch(/\?$/u);
    expect(
      lintText("x.md", `## Action items\n\n- ${rule.example}`).map((finding) => finding.ruleId),
    ).toContain(rule.id);
    expect(lintText("x.md", `## Action items\n\n- ${rule.betterExample}`)).toEqual([]);
  }
});
