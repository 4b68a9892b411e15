import { action, experiment, hypothesis, mends, probe, python, type RunCase, sh } from "./case.ts";

const call = (name: string, func: string, given?: unknown, more = {}): RunCase => ({
  name,
  needs: "python",
  experiment: experiment({
    method: [
      probe("call", python(func, given === undefined ? {} : { arguments: given })),
      probe("next", python("value", { arguments: { of: 1 } })),
    ],
    rollbacks: [mends],
  }),
  ...more,
});

/** Python functions, and configuration that is read when the run starts. */
export const functions: readonly RunCase[] = [
  call("python: a mapping", "value", { of: { a: [1, 2.5, null, true, "ü"], b: {} } }),
  call("python: nothing", "value"),
  call("python: a float that is whole", "value", { of: 1.0 }),
  call("python: a great number", "value", { of: 12345678901234567890n.toString() }),
  call("python: raises", "fail"),
  call("python: leaves", "leave", { code: 3 }),
  call(
    "python: leaves as after SIGUSR2",
    "leave",
    { code: 30 },
    { options: ["--rollback-strategy", "always"] },
  ),
  call(
    "python: leaves, rollbacks always",
    "leave",
    { code: 20 },
    { options: ["--rollback-strategy", "always"] },
  ),
  call("python: a date", "moment"),
  call("python: a decimal", "amount"),
  call("python: a tuple", "items"),
  call("python: a missing argument", "pair"),
  call("python: an unexpected argument", "pair", { first: 1, third: 3 }),
  call("python: no such function", "nothing_here"),
  call("python: InterruptExecution in an activity fails it", "interrupt", undefined, { needs: "chaoslib" }),
  {
    name: "python: no such module",
    needs: "python",
    experiment: experiment({
      method: [probe("call", { type: "python", module: "no_such_module", func: "f" })],
    }),
  },
  {
    name: "python: no such module, without validation",
    needs: "python",
    options: ["--no-validation"],
    experiment: experiment({
      method: [
        probe("first", sh("true")),
        probe("call", { type: "python", module: "no_such_module", func: "f" }),
      ],
      rollbacks: [mends],
    }),
  },
  {
    name: "python: a module keeps its state",
    needs: "python",
    experiment: experiment({
      method: [probe("one", python("count")), probe("two", python("count")), probe("three", python("count"))],
    }),
  },
  {
    name: "python: a function that is built in",
    needs: "python",
    experiment: experiment({
      method: [
        probe("now", { type: "python", module: "os.path", func: "basename", arguments: { p: "/a/b" } }),
      ],
    }),
  },
  {
    name: "python: configuration and secrets",
    needs: "python",
    experiment: experiment({ configuration: { word: "hi" }, method: [probe("call", python("given"))] }),
  },
  {
    name: "python: variables in arguments",
    needs: "python",
    experiment: experiment({
      configuration: { list: [1, 2], word: "hi" },
      method: [probe("call", python("value", { arguments: { of: { l: "${list}", w: "say ${word}" } } }))],
    }),
  },
  {
    name: "python: in the background",
    needs: "python",
    experiment: experiment({
      method: [
        action("back", python("doze"), { background: true }),
        action("front", python("value", { arguments: { of: "front" } })),
      ],
    }),
  },
  {
    name: "python: a tolerance",
    needs: "python",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("small", python("value", { arguments: { of: 5 } }), {
          tolerance: {
            type: "probe",
            name: "is small",
            provider: python("is_small", { arguments: { limit: 7 } }),
          },
        }),
      ),
    }),
  },
  {
    name: "python: a tolerance not met",
    needs: "python",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("small", python("value", { arguments: { of: 50 } }), {
          tolerance: { type: "probe", name: "is small", provider: python("is_small", { arguments: {} }) },
        }),
      ),
    }),
  },
  {
    name: "python: a tolerance that raises",
    needs: "python",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("small", python("value", { arguments: { of: "text" } }), {
          tolerance: { type: "probe", name: "is small", provider: python("is_small", { arguments: {} }) },
        }),
      ),
    }),
  },
  {
    name: "python: True is 1",
    needs: "python",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("yes", python("value", { arguments: { of: true } }), { tolerance: 1 }),
      ),
    }),
  },
  {
    name: "python: two kinds without order end the run",
    needs: "python",
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(
        probe("text", python("value", { arguments: { of: "a" } }), { tolerance: [1, 2] }),
      ),
      rollbacks: [mends],
    }),
  },
  {
    name: "configuration from the environment",
    environment: { CASE_PORT: "8080" },
    experiment: experiment({
      configuration: {
        port: { type: "env", key: "CASE_PORT", env_var_type: "int" },
        host: { type: "env", key: "CASE_NOT_THERE", default: "localhost" },
      },
      title: "At ${host}:${port}",
      method: [probe("show", { type: "process", path: "echo", arguments: ["${port}", "at ${host}"] })],
    }),
  },
  {
    name: "configuration that the environment lacks",
    experiment: experiment({ configuration: { port: { type: "env", key: "CASE_NOT_THERE" } }, method: [] }),
  },
  {
    name: "variables from the command line",
    options: [
      "--var",
      "a=1",
      "--var",
      "b:int=2",
      "--var",
      "c:float=3",
      "--var",
      "d:bool=no",
      "--var",
      'e:json={"k": [1]}',
    ],
    experiment: experiment({
      configuration: { a: 0, b: 0, c: 0, d: 0, e: 0 },
      method: [
        probe("show", {
          type: "process",
          path: "echo",
          arguments: ["${a}", "${b}", "${c}", "x${c}", "${d}", "${e}"],
        }),
      ],
    }),
  },
  {
    name: "variables from a file",
    files: { "vars.json": JSON.stringify({ configuration: { a: "file" } }) },
    options: ["--var-file", "vars.json"],
    experiment: experiment({
      configuration: { a: "document" },
      method: [probe("show", { type: "process", path: "echo", arguments: ["${a}"] })],
    }),
  },
  {
    name: "variables from a file of the environment",
    files: { "vars.env": "# comment\nCASE_WORD=file\n" },
    options: ["--var-file", "vars.env"],
    environment: { CASE_WORD: "before" },
    experiment: experiment({
      configuration: { a: { type: "env", key: "CASE_WORD" } },
      method: [
        probe("show", { type: "process", path: "echo", arguments: ["${a}"] }),
        probe("env", sh("printf %s $CASE_WORD")),
      ],
    }),
  },
  {
    name: "dynamic configuration",
    needs: "python",
    experiment: experiment({
      configuration: {
        p: { type: "probe", name: "p", provider: sh("echo word; echo more") },
        h: { type: "probe", name: "h", provider: { type: "http", url: "@HTTP@/json" } },
        y: { type: "probe", name: "y", provider: python("value", { arguments: { of: [1, 2] } }) },
      },
      method: [probe("show", { type: "process", path: "echo", arguments: ["${p}", "${h}", "${y}"] })],
    }),
  },
  {
    name: "dynamic configuration that fails",
    experiment: experiment({
      configuration: { p: { type: "probe", name: "p", provider: sh("exit 1") }, q: "here" },
      method: [probe("show", { type: "process", path: "echo", arguments: ["${p}", "${q}"] })],
    }),
  },
];
