import { expect, test } from "vitest";

import { chooseStrategies } from "./strategies.ts";

const settings = { runtime: { rollbacks: { strategy: "always" }, hypothesis: { strategy: "skip" } } };

test.each([
  ["nothing is said", {}, {}, {}, { hypothesis: "default", rollbacks: "default" }],
  ["the settings", {}, {}, settings, { hypothesis: "skip", rollbacks: "always" }],
  [
    "the experiment resets what it does not name",
    {},
    { runtime: { rollbacks: { strategy: "never" } } },
    settings,
    { hypothesis: "default", rollbacks: "never" },
  ],
  [
    "the command line goes first",
    { rollbacks: "deviated" as const },
    { runtime: { rollbacks: { strategy: "never" } } },
    settings,
    { hypothesis: "default", rollbacks: "deviated" },
  ],
  [
    "the old spelling",
    {},
    { runtime: { hypothesis: { strategy: "continously" } } },
    {},
    { hypothesis: "continuously", rollbacks: "default" },
  ],
])("%s", (_name, given, experiment, chosen, expected) => {
  expect(chooseStrategies(given, experiment, chosen)).toEqual(expected);
});

test("a strategy that does not exist is refused with those that do", () => {
  expect(() => chooseStrategies({}, { runtime: { rollbacks: { strategy: "sometimes" } } }, {})).toThrow(
    'runtime.rollbacks.strategy: "sometimes" is no strategy. There are: default, always, never, deviated.',
  );
});
