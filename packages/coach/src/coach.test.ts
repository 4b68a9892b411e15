import { expect, test } from "vitest";
import { coach } from "./index.ts";

test("a remark carries the flagged words and their place", () => {
  const [remark] = coach("# Title\n\nThe alert *should have* paged someone.\n");
  expect(remark).toMatchObject({
    ruleId: "counterfactual",
    severity: "error",
    text: "should have* paged",
    start: { line: 3, column: 12, offset: 20 },
  });
});
