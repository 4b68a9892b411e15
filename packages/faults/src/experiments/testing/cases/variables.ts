import { action, experiment, http, mends, probe, type RunCase, sh } from "./case.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Everything is echoed, so that the journal shows what was put in. */
const variables: readonly (readonly [name: string, fields: Fields, more?: Partial<RunCase>])[] = [
  [
    "names, braces and dollars",
    { configuration: { a: 1, ab: 2 }, method: [says("$a ${a}b $ab $$a $$$a ${ab ${missing} $missing $1 $")] },
  ],
  [
    "a lone name of a list",
    {
      configuration: { a: ["x", 1] },
      method: [probe("say", { type: "process", path: "echo", arguments: "${a}" })],
    },
  ],
  [
    "a lone name of a mapping",
    {
      configuration: { a: { "-n": "x" } },
      method: [probe("say", { type: "process", path: "echo", arguments: "${a}" })],
    },
  ],
  [
    "a lone name without braces is text",
    {
      configuration: { a: ["x", 1] },
      method: [probe("say", { type: "process", path: "echo", arguments: ["$a", "${a}"] })],
    },
  ],
  [
    "numbers as text",
    {
      configuration: { f: 1.0, e: 1e22, s: 0.00001, i: 9007199254740991 },
      method: [says("-$f-$e-$s-$i-")],
    },
  ],
  [
    "quotes as text",
    {
      configuration: { l: ["it's", 'say "x"', "both ' and \"", "new\nline", "é\u0000😀"] },
      method: [says("-$l-")],
    },
  ],
  [
    "true, false and none as text",
    { configuration: { l: [true, false, null], t: true, n: null }, method: [says("-$l-$t-$n-")] },
  ],
  ["secrets of groups", { secrets: { g: { user: "ada" } }, method: [says("-${user}-${g}-")] }],
  [
    "the configuration before secrets",
    { configuration: { user: "conf" }, secrets: { g: { user: "secret" } }, method: [says("-${user}-")] },
  ],
  [
    "a secret without group ends the run",
    {
      secrets: { user: { type: "env", key: "HOME_OF_CASE" } },
      method: [says("-${other}-")],
      rollbacks: [mends],
    },
    { environment: { HOME_OF_CASE: "here" } },
  ],
  [
    "the environment with types",
    {
      configuration: {
        n: { type: "env", key: "N", env_var_type: "int" },
        f: { type: "env", key: "N", env_var_type: "float" },
        b: { type: "env", key: "B", env_var_type: "bool" },
        j: { type: "env", key: "J", env_var_type: "json" },
        d: { type: "env", key: "MISSING", default: [1] },
      },
      method: [says("-$n-$f-$b-$j-$d-")],
    },
    { environment: { N: "7", B: "no", J: '{"a": [1.0]}' } },
  ],
  [
    "--var replaces and adds nothing",
    { configuration: { a: 1, b: 2 }, method: [says("-$a-$b-$c-")] },
    { options: ["--var", "a:int=5", "--var", "b=x=y", "--var", "c=new"] },
  ],
  [
    "--var-file with entries",
    { configuration: { a: 1, b: 2 }, secrets: { g: { s: "old" } }, method: [says("-$a-$b-$s-")] },
    {
      files: {
        "vars.yaml":
          "configuration:\n  a: yes\n  b: {type: env, key: NOWHERE, default: 0777}\nsecrets:\n  g: {s: new}\n",
      },
      options: ["--var-file", "vars.yaml"],
    },
  ],
  [
    "--var-file with an environment",
    { configuration: { a: { type: "env", key: "FROM_FILE" } }, method: [says("-$a-")] },
    { files: { "case.env": "# told\nFROM_FILE=yes=no\n" }, options: ["--var-file", "case.env"] },
  ],
  [
    "--var goes before --var-file",
    { configuration: { a: 1 }, method: [says("-$a-")] },
    {
      files: { "vars.json": '{"configuration": {"a": 2}}' },
      options: ["--var-file", "vars.json", "--var", "a=3"],
    },
  ],
  [
    "an environment variable that is missing",
    { configuration: { a: { type: "env", key: "NOWHERE_AT_ALL" } } },
  ],
  [
    "a dynamic value",
    { configuration: { a: probe("first", sh("printf ' x '")), b: "y" }, method: [says("-$a-$b-")] },
  ],
  [
    "a dynamic value that fails",
    { configuration: { a: probe("first", sh("exit 1")), b: "y" }, method: [says("-$a-$b-")] },
  ],
  [
    "a dynamic value over HTTP",
    { configuration: { a: probe("first", http("/text")) }, method: [says("-$a-")] },
  ],
  ["the title", { title: "On ${where}", configuration: { where: "Mars" }, method: [says("x")] }],
  ["no variables at all", { method: [says("$$ $a ${a}")] }],
  [
    "a pause",
    { configuration: { p: 0.05 }, method: [action("wait", sh("true"), { pauses: { before: "${p}" } })] },
  ],
];

function says(text: string): Fields {
  return probe("say", { type: "process", path: "echo", arguments: [text] });
}

export const variableCases: readonly RunCase[] = variables.map(([name, fields, more = {}]) => ({
  name: `variables: ${name}`,
  experiment: experiment(fields),
  ...more,
}));
