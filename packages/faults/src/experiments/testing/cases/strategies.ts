import { action, breaks, experiment, hypothesis, mends, probe, type RunCase, sh, well } from "./case.ts";

/** Long enough for a check to fall into it on a busy machine as well. */
const slow = action("wait", sh("sleep 2"));
const calm = experiment({
  "steady-state-hypothesis": hypothesis(well),
  method: [action("nothing", sh("true"))],
  rollbacks: [mends],
});
const deviating = experiment({
  "steady-state-hypothesis": hypothesis(well),
  method: [breaks],
  rollbacks: [mends],
});
const breaksSlowly = experiment({
  "steady-state-hypothesis": hypothesis(well),
  method: [breaks, slow, action("late", sh("true"))],
  rollbacks: [mends],
});
/** The check that fails fast falls into the first action, however fast the machine is: "late" is never played. */
const breaksInOneAct = experiment({
  "steady-state-hypothesis": hypothesis(well),
  method: [action("break and wait", sh("touch broken; sleep 3")), action("late", sh("true"))],
  rollbacks: [mends],
});
const broken = { broken: "" };
/** The timeout is also that of a check that hangs at nothing, which a busy machine keeps waiting. */
const hangs = probe("hangs", sh("test ! -e broken || sleep 5", { timeout: 2 }), { tolerance: 0 });

/** When hypothesis and rollbacks are played, and what follows from it. */
export const strategies: readonly RunCase[] = [
  { name: "nothing at all", experiment: experiment({}) },
  { name: "no hypothesis", experiment: experiment({ method: [breaks], rollbacks: [mends] }) },
  {
    name: "a hypothesis without probes",
    experiment: experiment({ "steady-state-hypothesis": { title: "None" }, method: [breaks] }),
  },
  { name: "held", experiment: calm },
  { name: "deviated", experiment: deviating },
  { name: "gate not met", experiment: deviating, files: broken },
  {
    name: "gate probe fails",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(hangs),
      method: [breaks],
      rollbacks: [mends],
    }),
    files: broken,
  },
  {
    name: "gate probe fails, rollbacks always",
    options: ["--rollback-strategy", "always"],
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(hangs),
      method: [breaks],
      rollbacks: [mends],
    }),
    files: broken,
  },
  {
    name: "probe after fails",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(hangs),
      method: [breaks],
      rollbacks: [mends],
    }),
  },
  {
    name: "second probe not met",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("first", sh("true"), { tolerance: 0 }),
        well,
        probe("third", sh("true"), { tolerance: 0 }),
      ),
      method: [breaks],
    }),
  },
  {
    name: "before the method only",
    options: ["--hypothesis-strategy", "before-method-only"],
    experiment: deviating,
  },
  {
    name: "after the method only, deviated",
    options: ["--hypothesis-strategy", "after-method-only"],
    experiment: deviating,
  },
  {
    name: "after the method only, held",
    options: ["--hypothesis-strategy", "after-method-only"],
    experiment: calm,
  },
  {
    name: "during the method, held",
    options: ["--hypothesis-strategy", "during-method-only", "--hypothesis-frequency", "0.1"],
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(well),
      method: [slow],
      rollbacks: [mends],
    }),
  },
  {
    name: "during the method, not met",
    options: ["--hypothesis-strategy", "during-method-only", "--hypothesis-frequency", "0.1"],
    experiment: breaksSlowly,
  },
  {
    name: "during the method, fail fast",
    options: ["--hypothesis-strategy", "during-method-only", "--hypothesis-frequency", "0.1", "--fail-fast"],
    experiment: breaksInOneAct,
    leaves: ["broken"],
  },
  {
    name: "during the method, fail fast, rollbacks always",
    options: [
      "--hypothesis-strategy",
      "during-method-only",
      "--hypothesis-frequency",
      "0.1",
      "--fail-fast",
      "--rollback-strategy",
      "always",
    ],
    experiment: breaksInOneAct,
  },
  {
    name: "continuously, held",
    options: ["--hypothesis-strategy", "continuously", "--hypothesis-frequency", "0.1"],
    experiment: experiment({ "steady-state-hypothesis": hypothesis(well), method: [slow] }),
  },
  {
    name: "continuously, deviated",
    options: ["--hypothesis-strategy", "continuously", "--hypothesis-frequency", "0.1"],
    experiment: breaksSlowly,
  },
  {
    name: "continuously, deviated and mended",
    options: ["--hypothesis-strategy", "continuously", "--hypothesis-frequency", "0.1"],
    experiment: experiment({ "steady-state-hypothesis": hypothesis(well), method: [breaks, slow, mends] }),
  },
  {
    name: "continuously, fail fast",
    options: ["--hypothesis-strategy", "continuously", "--hypothesis-frequency", "0.1", "--fail-fast"],
    experiment: breaksInOneAct,
  },
  {
    name: "the old spelling of continuously",
    options: ["--hypothesis-strategy", "continously", "--hypothesis-frequency", "0.1"],
    experiment: breaksSlowly,
  },
  {
    name: "skipped by the experiment",
    experiment: { ...deviating, runtime: { hypothesis: { strategy: "skip" } } },
  },
  {
    name: "the experiment's strategy",
    experiment: { ...deviating, runtime: { hypothesis: { strategy: "before-method-only" } } },
  },
  {
    name: "the command line goes first",
    options: ["--hypothesis-strategy", "default"],
    experiment: { ...deviating, runtime: { hypothesis: { strategy: "before-method-only" } } },
  },
  { name: "rollbacks never", options: ["--rollback-strategy", "never"], experiment: calm },
  {
    name: "rollbacks when deviated, deviated",
    options: ["--rollback-strategy", "deviated"],
    experiment: deviating,
  },
  { name: "rollbacks when deviated, held", options: ["--rollback-strategy", "deviated"], experiment: calm },
  {
    name: "rollbacks when deviated, gate not met",
    options: ["--rollback-strategy", "deviated"],
    experiment: deviating,
    files: broken,
  },
  {
    name: "rollbacks by the settings",
    settings: { runtime: { rollbacks: { strategy: "never" } } },
    experiment: calm,
  },
  {
    name: "a runtime block resets what it does not name",
    settings: { runtime: { rollbacks: { strategy: "never" } } },
    experiment: { ...calm, runtime: { hypothesis: { strategy: "default" } } },
  },
  {
    name: "hypothesis by the settings",
    settings: { runtime: { hypothesis: { strategy: "after-method-only" } } },
    experiment: deviating,
  },
];
