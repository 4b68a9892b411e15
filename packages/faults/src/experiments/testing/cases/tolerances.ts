import { breaks, experiment, http, hypothesis, mends, probe, type RunCase, sh } from "./case.ts";

type Fields = Readonly<Record<string, unknown>>;

const prints = (text: string): Fields => sh(`printf '%s' '${text}'`);
const regex = (pattern: unknown, target?: unknown): Fields => ({
  type: "regex",
  pattern,
  ...(target === undefined ? {} : { target }),
});
const range = (low: unknown, high: unknown, target?: unknown): Fields => ({
  type: "range",
  range: [low, high],
  ...(target === undefined ? {} : { target }),
});
const path = (text: string, more: Fields = {}): Fields => ({ type: "jsonpath", path: text, ...more });

const fleet =
  '{"services": [{"name": "orders", "replicas": 3, "ready": true}, {"name": "mail", "replicas": 1, "ready": false}], "total": 2}';

/** One probe, its tolerance, and what the whole run makes of it: method and rollbacks show which way it went. */
const tolerances: readonly (readonly [name: string, provider: Fields, tolerance: unknown, more?: Fields])[] =
  [
    ["an exit code that is another", sh("exit 3"), 0],
    ["a list of one code", sh("exit 3"), [3]],
    ["an empty list", sh("true"), []],
    ["two codes are not a range", sh("exit 2"), [1, 3]],
    ["true is exit code one in a list", sh("exit 1"), [true]],
    ["true against a result", sh("exit 1"), true],
    ["text against a result", prints("ok"), "ok"],
    ["a status in a mapping that is text", sh("true"), "0"],
    ["regex at the start", prints("ready"), regex("^ready$", "stdout")],
    ["regex is searched", prints("it is ready now"), regex("ready", "stdout")],
    ["regex before a last newline", sh("echo ready"), regex("ready$", "stdout")],
    ["regex of two lines", sh("printf 'a\\nready\\nb'"), regex("^ready$", "stdout")],
    ["regex of two lines with a flag", sh("printf 'a\\nready\\nb'"), regex("(?m)^ready$", "stdout")],
    ["regex with a named group", prints("abab"), regex("(?P<x>ab)(?P=x)", "stdout")],
    ["regex without regard to case", prints("READY"), regex("(?i)ready", "stdout")],
    ["regex with possessive parts", prints("aaa"), regex("a++a", "stdout")],
    ["regex against a number", sh("true"), regex("0", "status")],
    ["regex against a missing target", sh("true"), regex("0", "body")],
    [
      "regex from the configuration",
      prints("green"),
      regex("^${colour}$", "stdout"),
      { configuration: { colour: "gr.en" } },
    ],
    [
      "regex that is no pattern after substitution",
      prints("green"),
      regex("${colour}", "stdout"),
      { configuration: { colour: "(" } },
    ],
    ["regex on the body", http("/text"), regex(".", "body")],
    ["range of a status", sh("exit 4"), range(1, 5, "status")],
    ["range below", prints("0.5"), range(1, 5, "stdout")],
    ["range at its end", prints("5"), range(1, 5, "stdout")],
    ["range with blanks and a newline", sh("echo ' 4 '"), range(1, 5, "stdout")],
    ["range of an exponent", prints("4e-1"), range(0, 1, "stdout")],
    ["range of floats is exact", prints("0.1"), range(0.1, 1, "stdout")],
    ["range of no number", prints("many"), range(1, 5, "stdout")],
    ["range of not a number", prints("nan"), range(1, 5, "stdout")],
    ["range of infinity", prints("Infinity"), range(1, 5, "stdout")],
    ["range of nothing", sh("true"), range(0, 5, "stdout")],
    ["range without target", sh("true"), range(0, 5)],
    ["range backwards", sh("true"), range(5, 0, "status")],
    ["jsonpath finds", prints(fleet), path("$.services[0].name", { target: "stdout" })],
    ["jsonpath finds nothing", prints(fleet), path("$.services[9]", { target: "stdout" })],
    ["jsonpath counts", prints(fleet), path("$.services[*]", { target: "stdout", count: 2 })],
    ["jsonpath counts none", prints(fleet), path("$.missing", { target: "stdout", count: 0 })],
    ["jsonpath expects one", prints(fleet), path("$.total", { target: "stdout", expect: 2 })],
    [
      "jsonpath expects true for one",
      prints(fleet),
      path("$.services[1].replicas", { target: "stdout", expect: true }),
    ],
    [
      "jsonpath expects a list",
      prints(fleet),
      path("$..name", { target: "stdout", expect: ["orders", "mail"] }),
    ],
    [
      "jsonpath expects in order",
      prints(fleet),
      path("$..name", { target: "stdout", expect: ["mail", "orders"] }),
    ],
    ["jsonpath expects none", prints(fleet), path("$.missing", { target: "stdout", expect: [] })],
    [
      "jsonpath filters",
      prints(fleet),
      path("$.services[*][?(@.ready = true)].name", { target: "stdout", expect: ["orders"] }),
    ],
    [
      "jsonpath binds or first",
      prints(fleet),
      path("$.services[*][?(@.ready = true or @.replicas = 1 and @.replicas = 3)].name", {
        target: "stdout",
        expect: "orders",
      }),
    ],
    [
      "jsonpath compares with the root",
      prints(fleet),
      path("$.services[*][?(@.replicas > $.total)].name", { target: "stdout", expect: "orders" }),
    ],
    ["jsonpath calls", prints(fleet), path("$.services.length()", { target: "stdout", expect: 2 })],
    [
      "jsonpath with expectation from the configuration",
      prints(fleet),
      path("$.total", { target: "stdout", expect: "${n}" }),
      { configuration: { n: 2 } },
    ],
    ["jsonpath over the result itself", sh("exit 3"), path("$.status", { expect: 3 })],
    ["jsonpath over text", prints("plain"), path("$", { target: "stdout", expect: "plain" })],
    ["a tolerance from the configuration", sh("exit 2"), "${code}", { configuration: { code: 2 } }],
    ["a list from the configuration", sh("exit 2"), "${codes}", { configuration: { codes: [1, 2] } }],
    ["a float from the configuration", sh("exit 2"), "${code}", { configuration: { code: 2.0 } }],
    ["a name without value", sh("exit 2"), "${nothing}"],
    ["an HTTP status", http("/text"), 200],
    ["an HTTP status among others", http("/text"), [200, 204]],
  ];

export const toleranceCases: readonly RunCase[] = tolerances.map(
  ([name, provider, tolerance, more = {}]) => ({
    name: `tolerance: ${name}`,
    experiment: experiment({
      "steady-state-hypothesis": hypothesis(probe("look", provider, { tolerance })),
      method: [breaks],
      rollbacks: [mends],
      ...more,
    }),
  }),
);
