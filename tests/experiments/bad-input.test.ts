import { afterEach, beforeEach, expect, test } from "vitest";

import { RunFolder } from "./morrow-run.ts";

let folder: RunFolder;
beforeEach(async () => {
  folder = await RunFolder.make();
});
afterEach(() => folder.remove());

const touches = {
  type: "action",
  name: "touch",
  provider: { type: "process", path: "touch", arguments: ["executed"] },
};
const sound = { title: "Bad input", description: "Nothing of it may run", method: [touches] };
const bomb = ["a: &a [x, x, x, x, x, x, x, x, x]"]
  .concat(
    Array.from(
      { length: 12 },
      (_, n) =>
        `${letter(n + 1)}: &${letter(n + 1)} [${Array(9)
          .fill(`*${letter(n)}`)
          .join(", ")}]`,
    ),
  )
  .join("\n");

function letter(index: number): string {
  return String.fromCharCode("a".charCodeAt(0) + index);
}

test.each<
  [
    string,
    {
      name?: string;
      content?: unknown;
      words?: string[];
      environment?: NodeJS.ProcessEnv;
      says: RegExp;
      exits?: number;
    },
  ]
>([
  ["malformed YAML", { name: "e.yaml", content: "title: x\nmethod: [", says: /e\.yaml/ }],
  ["malformed JSON", { content: "{", says: /line 1/ }],
  ["no mapping", { content: "[1, 2]", says: /mapping/ }],
  ["an alias of itself", { name: "e.yaml", content: "title: &t [*t]\nmethod: []", says: /e\.yaml/ }],
  ["an alias bomb", { name: "e.yaml", content: bomb, says: /e\.yaml/ }],
  ["deep nesting", { content: `${"[".repeat(5000)}${"]".repeat(5000)}`, says: /level|deep/ }],
  [
    "an unknown provider",
    {
      content: {
        ...sound,
        method: [touches, { type: "action", name: "odd", provider: { type: "telepathy" } }],
      },
      says: /method\[1\]\.provider\.type/,
    },
  ],
  [
    "an unknown fault",
    {
      content: {
        ...sound,
        method: [
          touches,
          { type: "action", name: "odd", provider: { type: "morrow", fault: "melt-everything" } },
        ],
      },
      says: /melt-everything/,
    },
  ],
  ["a reference to nothing", { content: { ...sound, method: [touches, { ref: "nobody" }] }, says: /nobody/ }],
  [
    "a strategy that does not exist",
    { content: { ...sound, runtime: { rollbacks: { strategy: "sometimes" } } }, says: /sometimes/ },
  ],
  ["a file that is not there", { words: ["nowhere.json"], says: /nowhere\.json/ }],
  ["a server that is not there", { words: ["http://127.0.0.1:9/e.json"], says: /127\.0\.0\.1:9/ }],
  [
    "no Python",
    {
      content: {
        ...sound,
        method: [
          touches,
          { type: "action", name: "py", provider: { type: "python", module: "os", func: "getpid" } },
        ],
      },
      environment: { MORROW_PYTHON: "/nowhere/python3" },
      says: /\/nowhere\/python3.*MORROW_PYTHON/s,
    },
  ],
  [
    "an environment that lacks a variable",
    {
      content: { ...sound, configuration: { a: { type: "env", key: "MORROW_NOT_THERE" } } },
      says: /MORROW_NOT_THERE/,
    },
  ],
  [
    "a variable without a value",
    { content: sound, words: ["e.json", "--var", "oops"], says: /name=value/, exits: 2 },
  ],
  [
    "a journal that can't be written",
    {
      content: sound,
      words: ["e.json", "--journal-path", "no/such/folder/j.json"],
      says: /no\/such\/folder/,
    },
  ],
  ["a machine that is halted", { content: sound, environment: { MORROW_FAULTS: "halted" }, says: /halted/i }],
])(
  "%s: one clear message, and nothing is executed",
  async (_name, { name = "e.json", content, words, environment, says, exits = 1 }) => {
    if (content !== undefined) await folder.write(name, content);
    if (environment?.["MORROW_FAULTS"] !== undefined) await folder.halt("halted");
    const { exitCode, errors, journal } = await folder.run(words ?? [name], environment);
    expect(errors).toMatch(says);
    expect(errors).not.toMatch(/^\s+at /m);
    expect({ exitCode, journal, executed: folder.has("executed") }).toEqual({
      exitCode: exits,
      journal: undefined,
      executed: false,
    });
  },
);
