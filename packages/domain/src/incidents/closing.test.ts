import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultPolicy } from "../policy/index.ts";
import { mayClose, retrospectiveRequired, severities } from "./index.ts";

const question = fc.record({
  policy: fc.constant(defaultPolicy),
  severity: fc.option(fc.constantFrom(...severities)),
  retrospective: fc.option(fc.record({ state: fc.constantFrom("draft" as const, "published" as const) })),
  waiver: fc.option(fc.record({ reason: fc.string({ maxLength: 30 }) })),
});

test("closes only when published, not needed, or waived with a reason", () => {
  fc.assert(
    fc.property(question, (given) => {
      const published = given.retrospective?.state === "published";
      const notRequired = given.severity !== null && given.severity >= 4;
      const waived = (given.waiver?.reason.trim().length ?? 0) >= 10;
      const decision = mayClose(given);
      expect(decision.allowed).toBe(published || notRequired || waived);
      expect(decision.allowed ? "." : decision.message).toMatch(/\.$/);
    }),
  );
});

test("an unknown severity, and one that the policy does not name, require a retrospective", () => {
  expect(retrospectiveRequired(defaultPolicy, null)).toBe(true);
  expect(retrospectiveRequired({ ...defaultPolicy, severities: [] }, 5)).toBe(true);
  expect(retrospectiveRequired(defaultPolicy, 5)).toBe(false);
});

test("says what is missing", () => {
  const open = { policy: defaultPolicy, severity: 1 as const, waiver: null };
  expect(mayClose({ ...open, retrospective: null })).toMatchObject({
    code: "incident.retrospective_missing",
  });
  expect(mayClose({ ...open, retrospective: { state: "draft" } })).toMatchObject({
    message: expect.stringContaining("still a draft"),
  });
  expect(mayClose({ ...open, retrospective: null, waiver: { reason: "too busy" } })).toMatchObject({
    code: "incident.waiver_without_reason",
  });
});
