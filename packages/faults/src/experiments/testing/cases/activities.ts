import { action, breaks, experiment, hypothesis, mends, probe, type RunCase, sh, well } from "./case.ts";

const says = (text: string): Readonly<Record<string, unknown>> => sh(`printf '%s' '${text}'`);

/** Processes, pauses, references, the background and dry runs. */
export const activities: readonly RunCase[] = [
  {
    name: "an action fails and the method goes on",
    experiment: experiment({
      method: [action("slow", sh("sleep 5", { timeout: 0.3 })), action("next", says("here"))],
      rollbacks: [mends],
    }),
  },
  {
    name: "an exit code is a success",
    experiment: experiment({ method: [action("no", sh("echo out; echo err >&2; exit 3"))] }),
  },
  {
    name: "a process ended by a signal",
    experiment: experiment({ method: [action("gone", sh("kill -9 $$"))] }),
  },
  {
    name: "arguments as a list",
    experiment: experiment({
      method: [
        probe("args", {
          type: "process",
          path: "printf",
          arguments: ["[%s]", "a b", "", null, 1, 2.5, true, false, 0, 1.0],
        }),
      ],
    }),
  },
  {
    name: "arguments as a mapping",
    experiment: experiment({
      method: [
        probe("args", {
          type: "process",
          path: "printf",
          arguments: { "[%s]": "first", "--flag": "", "-n": null, "-x": 5 },
        }),
      ],
    }),
  },
  {
    name: "arguments as text go through a shell",
    experiment: experiment({
      configuration: { word: "hi" },
      method: [probe("args", { type: "process", path: "echo", arguments: "${word} $((1+2)) | tr h H" })],
    }),
  },
  {
    name: "without arguments",
    experiment: experiment({ method: [probe("who", { type: "process", path: "true" })] }),
  },
  {
    name: "a dollar stays without variables",
    experiment: experiment({
      method: [probe("money", { type: "process", path: "echo", arguments: ["$$5", "${unknown}"] })],
    }),
  },
  {
    name: "a dollar is halved with variables",
    experiment: experiment({
      configuration: { any: 1 },
      method: [probe("money", { type: "process", path: "echo", arguments: ["$$5", "${unknown}"] })],
    }),
  },
  {
    name: "variables keep their type or become text",
    experiment: experiment({
      configuration: { n: 5, b: true, l: [1, "a", null], d: { k: 1.5 }, none: null },
      method: [
        probe("text", {
          type: "process",
          path: "echo",
          arguments: ["${n}", "x${b}", "x${l}", "x${d}", "${none}", "x${none}"],
        }),
      ],
    }),
  },
  {
    name: "letters of many scripts",
    experiment: experiment({ method: [probe("text", says("zażółć 日本語 ✓"))] }),
  },
  {
    name: "output that is not UTF-8 but Latin",
    experiment: experiment({ method: [probe("bytes", sh("printf 'plain ascii only'"))] }),
  },
  {
    name: "a program that is not there",
    experiment: experiment({ method: [action("what", { type: "process", path: "no-such-program" })] }),
  },
  {
    name: "a program that is not there, without validation",
    options: ["--no-validation"],
    experiment: experiment({
      method: [
        action("first", sh("true")),
        action("what", { type: "process", path: "no-such-program" }),
        action("never", sh("true")),
      ],
      rollbacks: [mends],
    }),
  },
  {
    name: "a program that is not there, as text for the shell",
    options: ["--no-validation"],
    experiment: experiment({
      method: [action("what", { type: "process", path: "no-such-program", arguments: "--help" })],
    }),
  },
  {
    name: "arguments that are a number",
    options: ["--no-validation"],
    experiment: experiment({
      method: [action("what", { type: "process", path: "echo", arguments: 5 })],
      rollbacks: [mends],
    }),
  },
  {
    name: "a gate with a process that can't start",
    options: ["--no-validation"],
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("what", { type: "process", path: "no-such-program" }, { tolerance: 0 }),
      ),
      method: [breaks],
      rollbacks: [mends],
    }),
  },
  {
    name: "pauses",
    experiment: experiment({
      configuration: { p: 0.1 },
      method: [action("paused", sh("true"), { pauses: { before: 0.1, after: "${p}" } })],
    }),
  },
  {
    name: "a pause that is no number",
    options: ["--var", "p=soon"],
    experiment: experiment({
      configuration: { p: 1 },
      method: [action("paused", sh("true"), { pauses: { before: "${p}" } })],
      rollbacks: [mends],
    }),
  },
  {
    name: "in the background",
    experiment: experiment({
      method: [
        action("back", sh("sleep 0.4; printf done"), { background: true }),
        action("front", sh("printf front")),
      ],
    }),
  },
  {
    name: "in the background, later",
    experiment: experiment({
      method: [
        action("back", says("back"), { background: true, pauses: { before: 0.4 } }),
        action("front", says("front")),
      ],
    }),
  },
  {
    name: "in the background, failing",
    experiment: experiment({
      method: [
        action("back", sh("sleep 5", { timeout: 0.3 }), { background: true }),
        action("front", says("front")),
      ],
    }),
  },
  {
    name: "rollbacks in the background",
    experiment: experiment({
      method: [breaks],
      rollbacks: [
        action("mend", sh("sleep 0.3; rm broken"), { background: true }),
        action("note", says("noted")),
      ],
    }),
  },
  {
    name: "a reference",
    experiment: experiment({ method: [probe("first", says("one")), { ref: "first" }] }),
  },
  {
    name: "a reference to a probe of the hypothesis",
    experiment: experiment({ "steady-state-hypothesis": hypothesis(well), method: [{ ref: "well" }] }),
  },
  {
    name: "a reference to a name that is there twice",
    experiment: experiment({
      method: [probe("same", says("one")), probe("same", says("two")), { ref: "same" }],
    }),
  },
  {
    name: "a reference in the background",
    experiment: experiment({ method: [probe("first", says("one")), { ref: "first", background: true }] }),
  },
  { name: "a reference to nothing", experiment: experiment({ method: [{ ref: "nobody" }] }) },
  {
    name: "a reference to nothing, without validation",
    options: ["--no-validation"],
    experiment: experiment({ method: [action("first", sh("true")), { ref: "nobody" }], rollbacks: [mends] }),
  },
  {
    name: "a rollback that refers to the method",
    experiment: experiment({ method: [probe("first", says("one"))], rollbacks: [{ ref: "first" }] }),
  },
  {
    name: "a rollback that refers to nothing",
    options: ["--no-validation"],
    experiment: experiment({ method: [breaks], rollbacks: [{ ref: "nobody" }] }),
  },
  {
    name: "a hypothesis that refers to the method",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis({ ref: "look", tolerance: 0 }),
      method: [probe("look", says("one"))],
    }),
  },
  ...(["probes", "actions", "activities", "pause"] as const).map((dry) => ({
    name: `dry: ${dry}`,
    options: ["--dry", dry],
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(well),
      method: [breaks, probe("look", says("one")), action("paused", says("two"), { pauses: { after: 0.2 } })],
      rollbacks: [mends],
    }),
  })),
  {
    name: "a rollback fails",
    experiment: experiment({
      method: [breaks],
      rollbacks: [action("slow", sh("sleep 5", { timeout: 0.3 })), mends],
    }),
  },
  {
    name: "a rollback with an exit code",
    experiment: experiment({ method: [breaks], rollbacks: [action("no", sh("exit 1"))] }),
  },
  {
    name: "tolerance: a range of exit codes",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(probe("code", sh("exit 2"), { tolerance: [1, 2, 3] })),
    }),
  },
  {
    name: "tolerance: two exit codes are members",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(probe("code", sh("exit 2"), { tolerance: [1, 3] })),
    }),
  },
  {
    name: "tolerance: a pattern on the output",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("code", sh("echo ready"), { tolerance: { type: "regex", target: "stdout", pattern: "^rea" } }),
      ),
    }),
  },
  {
    name: "tolerance: a pattern without target ends the run",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("code", sh("echo ready"), { tolerance: { type: "regex", pattern: "^rea" } }),
      ),
      method: [breaks],
      rollbacks: [mends],
    }),
  },
  {
    name: "tolerance: a path into the output",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("code", says('{"a":[{"b":1},{"b":2}]}'), {
          tolerance: { type: "jsonpath", target: "stdout", path: "$.a[*].b", expect: [1, 2] },
        }),
      ),
    }),
  },
  {
    name: "tolerance: a range on the output",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("code", says("4.5"), { tolerance: { type: "range", target: "stdout", range: [4, 5] } }),
      ),
    }),
  },
  {
    name: "tolerance: another probe",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("code", says("4.5"), {
          tolerance: {
            type: "probe",
            name: "checks",
            provider: { type: "process", path: "true", arguments: { x: "y" } },
          },
        }),
      ),
    }),
  },
  {
    name: "tolerance: a variable",
    experiment: experiment({
      configuration: { wanted: 2 },
      "steady-state-hypothesis": hypothesis(probe("code", sh("exit 2"), { tolerance: "${wanted}" })),
    }),
  },
];
