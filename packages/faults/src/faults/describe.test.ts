import { expect, test } from "vitest";

import { describeFaults } from "./describe.ts";
import { faults } from "./registry.ts";

test("every fault says what it takes, in words of the experiment", () => {
  const all = describeFaults();
  expect(all.map(({ name }) => name)).toEqual(faults.map(({ name }) => name));
  expect(all.find(({ name }) => name === "partition-network")?.arguments).toContainEqual({
    name: "answer",
    type: "drop | reject",
    fallback: 'default "drop"',
  });
  expect(all.find(({ name }) => name === "lose-packets")?.arguments).toContainEqual({
    name: "loss",
    type: "number",
    fallback: "required",
  });
  expect(all.find(({ name }) => name === "stress-memory")?.arguments).toContainEqual({
    name: "bytes",
    type: "number | string",
    fallback: "required",
  });
});
