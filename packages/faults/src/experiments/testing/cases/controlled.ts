import {
  action,
  breaks,
  experiment,
  hypothesis,
  mends,
  probe,
  python,
  type RunCase,
  sh,
  well,
} from "./case.ts";

const control = (name: string, module: string, given: object = {}, more: object = {}): object => ({
  name,
  provider: { type: "python", module, arguments: given },
  ...more,
});
const logs = (label: string, more: object = {}): object =>
  control(`log ${label}`, "morrow_control", { label }, more);
const whole = {
  "steady-state-hypothesis": hypothesis(well),
  method: [action("acts", sh("true"))],
  rollbacks: [mends],
};
const log = { needs: "python", leaves: ["controls.log"] } as const;
const ending = (at: string): RunCase => ({
  name: `controls: the run ends ${at}`,
  needs: "chaoslib",
  experiment: experiment({ ...whole, controls: [control("ending", "morrow_ending", { at })] }),
});

/** Controls at all levels, and signals. */
export const controlled: readonly RunCase[] = [
  { name: "controls: everywhere", ...log, experiment: experiment({ ...whole, controls: [logs("top")] }) },
  {
    name: "controls: of an activity",
    ...log,
    experiment: experiment({
      ...whole,
      method: [action("acts", sh("true"), { controls: [logs("own")] }), action("plain", sh("true"))],
    }),
  },
  {
    name: "controls: of an activity and above",
    ...log,
    experiment: experiment({
      ...whole,
      controls: [logs("top"), logs("second")],
      method: [action("acts", sh("true"), { controls: [logs("own")] })],
    }),
  },
  {
    name: "controls: two of an activity",
    ...log,
    experiment: experiment({
      ...whole,
      controls: [logs("top")],
      method: [action("acts", sh("true"), { controls: [logs("one"), logs("two")] })],
    }),
  },
  {
    name: "controls: of the hypothesis",
    ...log,
    experiment: experiment({
      ...whole,
      "steady-state-hypothesis": { ...hypothesis(well), controls: [logs("own")] },
    }),
  },
  {
    name: "controls: before only",
    ...log,
    experiment: experiment({ ...whole, controls: [logs("top", { scope: "before" })] }),
  },
  {
    name: "controls: after only",
    ...log,
    experiment: experiment({ ...whole, controls: [logs("top", { scope: "after" })] }),
  },
  {
    name: "controls: not automatic",
    ...log,
    experiment: experiment({
      ...whole,
      controls: [logs("top", { automatic: false })],
      method: [action("acts", sh("true"), { controls: [logs("own")] })],
    }),
  },
  {
    name: "controls: by the settings",
    ...log,
    settings: {
      controls: {
        global: { provider: { type: "python", module: "morrow_control", arguments: { label: "global" } } },
      },
    },
    experiment: experiment({ ...whole, method: [action("acts", sh("true"), { controls: [logs("own")] })] }),
  },
  {
    name: "controls: by the settings and the experiment",
    ...log,
    settings: {
      controls: {
        global: { provider: { type: "python", module: "morrow_control", arguments: { label: "global" } } },
      },
    },
    experiment: experiment({ ...whole, controls: [logs("top")] }),
  },
  {
    name: "controls: by a file",
    ...log,
    files: {
      "controls.json": JSON.stringify({
        file: { provider: { type: "python", module: "morrow_control", arguments: { label: "file" } } },
      }),
    },
    options: ["--control-file", "controls.json"],
    experiment: experiment(whole),
  },
  {
    name: "controls: variables",
    ...log,
    experiment: experiment({ ...whole, configuration: { word: "filled" }, controls: [logs("${word}")] }),
  },
  {
    name: "controls: an activity that fails",
    ...log,
    experiment: experiment({
      controls: [logs("top")],
      method: [action("slow", sh("sleep 5", { timeout: 0.2 }))],
    }),
  },
  {
    name: "controls: what raises is left aside",
    needs: "python",
    experiment: experiment({ ...whole, controls: [control("failing", "morrow_failing")] }),
  },
  {
    name: "controls: a module that is not there",
    experiment: experiment({ ...whole, controls: [control("missing", "no_such_module")] }),
    needs: "python",
  },
  {
    name: "controls: a control that refuses itself",
    experiment: experiment({ ...whole, controls: [control("checked", "morrow_checked")] }),
    needs: "python",
  },
  {
    name: "controls: a control that accepts itself",
    experiment: experiment({ ...whole, controls: [control("checked", "morrow_checked", { level: 1 })] }),
    needs: "python",
  },
  {
    name: "controls: change what they are shown",
    needs: "python",
    experiment: experiment({
      configuration: { word: "old" },
      controls: [control("changing", "morrow_changing")],
      method: [
        probe("changed", python("value", { arguments: { of: 1 } })),
        probe("overruled", python("value", { arguments: { of: 2 } })),
        probe("adds", python("value", { arguments: { of: 3 } })),
        probe("sees", python("value", { arguments: { of: "${word}" } })),
      ],
      rollbacks: [mends],
    }),
  },
  ...[
    "before experiment",
    "before hypothesis",
    "before method",
    "before well",
    "after well",
    "before acts",
    "after acts",
    "before rollback",
    "before mend",
    "after experiment",
  ].map(ending),
  {
    name: "controls: a run that was ended plays its rollbacks when told",
    needs: "chaoslib",
    options: ["--rollback-strategy", "always"],
    experiment: experiment({
      ...whole,
      controls: [control("ending", "morrow_ending", { at: "after acts" })],
    }),
  },
  ...(["SIGINT", "SIGTERM", "SIGUSR1", "SIGUSR2"] as const).flatMap((signal) =>
    (["default", "always"] as const).map((strategy) => ({
      name: `${signal}, rollbacks ${strategy}`,
      signal,
      options: ["--rollback-strategy", strategy],
      experiment: experiment({
        "steady-state-hypothesis": hypothesis(well),
        method: [breaks, action("waits", sh("touch ready; sleep 3")), action("never", sh("true"))],
        rollbacks: [mends],
      }),
    })),
  ),
  {
    name: "SIGINT while rollbacks are played",
    signal: "SIGINT",
    experiment: experiment({
      method: [breaks],
      rollbacks: [action("waits", sh("touch ready; sleep 3")), mends],
    }),
  },
  {
    name: "SIGINT during a pause",
    signal: "SIGINT",
    experiment: experiment({
      method: [
        // Once it says that it is ready, the pause has been going on for a while.
        action("back", sh("sleep 0.5; touch ready"), { background: true }),
        action("late", sh("true"), { pauses: { before: 3 } }),
      ],
      rollbacks: [mends],
    }),
  },
  {
    name: "SIGINT with something in the background",
    signal: "SIGINT",
    experiment: experiment({
      method: [
        action("back", sh("sleep 1; printf back"), { background: true }),
        action("waits", sh("touch ready; sleep 3")),
      ],
      rollbacks: [mends],
    }),
  },
  {
    name: "SIGINT while the hypothesis is checked continuously",
    signal: "SIGINT",
    options: ["--hypothesis-strategy", "continuously", "--hypothesis-frequency", "0.1"],
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(well),
      method: [action("waits", sh("touch ready; sleep 3"))],
      rollbacks: [mends],
    }),
  },
  {
    name: "SIGINT at the gate",
    signal: "SIGINT",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(probe("waits", sh("touch ready; sleep 3"), { tolerance: 0 })),
      method: [breaks],
      rollbacks: [mends],
    }),
  },
  {
    name: "a function signals its process gracefully",
    needs: "python",
    options: ["--rollback-strategy", "always"],
    experiment: experiment({
      method: [
        action("signals", python("signal_self", { arguments: { name: "SIGUSR1" } })),
        action("never", sh("true")),
      ],
      rollbacks: [mends],
    }),
  },
  {
    name: "a function signals its process ungracefully",
    needs: "python",
    options: ["--rollback-strategy", "always"],
    experiment: experiment({
      method: [
        action("signals", python("signal_self", { arguments: { name: "SIGUSR2" } })),
        action("never", sh("true")),
      ],
      rollbacks: [mends],
    }),
  },
];
