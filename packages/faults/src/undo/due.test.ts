import { expect, test } from "vitest";

import { dueBecause, type Situation } from "./due.ts";
import type { UndoRecord } from "./record.ts";
import { nothingToResume, recordOf } from "./testing/records.ts";

const record = recordOf([nothingToResume()], { deadlineUptime: 1000 });
const quiet: Situation = {
  bootId: record.controller.bootId,
  uptime: 999.99,
  halted: false,
  isAlive: () => true,
};
const stuck: UndoRecord = { ...record, state: { name: "stuck", attempts: 5, because: "it is still there" } };

test.each([
  ["nothing happened", record, quiet, null],
  ["the deadline has come", record, { ...quiet, uptime: 1000 }, "deadline"],
  ["its controller is gone", record, { ...quiet, isAlive: () => false }, "controller-lost"],
  ["everything is halted", record, { ...quiet, halted: true }, "halt"],
  ["the machine was restarted", record, { ...quiet, bootId: "another" }, "earlier-boot"],
  ["it is stuck", stuck, quiet, "stuck"],
  [
    "it was prepared and never applied, and its controller is gone",
    { ...record, state: { name: "prepared" } },
    { ...quiet, isAlive: () => false },
    "controller-lost",
  ],
] as const)("when %s", (_when, about, situation, cause) => {
  expect(dueBecause(about, situation)).toBe(cause);
});
