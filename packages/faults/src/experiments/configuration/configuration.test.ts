import { describe, expect, test } from "vitest";

import { answerOf, recorded } from "../testing/answer.ts";
import { generatedCases } from "../testing/generated-cases.ts";
import { Float, type Value } from "../values/index.ts";
import { writeJson } from "../values/json.ts";
import {
  convert,
  loadConfiguration,
  loadDynamicConfiguration,
  loadSecrets,
  parseVariables,
  readVariableFile,
  VariableFailed,
} from "./index.ts";

const conversions = generatedCases("conversions") as unknown as {
  type: Value;
  value: Value;
  result?: Value;
  error?: true;
}[];

describe("converts as chaoslib does", () => {
  test.each(conversions.map((one) => ({ ...one, text: writeJson(one.value) })))("$text to $type", (one) => {
    expect(answerOf(() => convert(one.type, one.value, "it"), VariableFailed)).toBe(
      recorded(one, one.result),
    );
  });
});

test("the environment is read, with defaults and types", () => {
  const described = {
    plain: "x",
    found: { type: "env", key: "PORT", env_var_type: "int" },
    absent: { type: "env", key: "NONE", default: "1.0", env_var_type: "float" },
    other: { type: "else" },
  };
  expect(loadConfiguration(described, { PORT: "8080" })).toEqual({
    plain: "x",
    found: 8080,
    absent: new Float(1),
    other: { type: "else" },
  });
  expect(() => loadConfiguration({ a: { type: "env", key: "NONE" } }, {})).toThrow("no variable NONE");
});

test("variables replace entries, by value or by description, and add none", () => {
  const described = { a: { type: "env", key: "NONE" }, b: 2 };
  const variables = { a: 1, b: { type: "env", key: "B" }, c: 3 };
  expect(loadConfiguration(described, { B: "from outside" }, variables)).toEqual({ a: 1, b: "from outside" });
});

test("secrets at any depth; Vault is refused in one sentence", () => {
  const described = {
    g: { a: { type: "env", key: "TOKEN" }, b: "plain", deep: { c: { type: "env", key: "TOKEN" } } },
  };
  expect(loadSecrets(described, { TOKEN: "t" })).toEqual({ g: { a: "t", b: "plain", deep: { c: "t" } } });
  expect(loadSecrets(described, {}, { g: { a: "given" } })).toEqual({ g: { a: "given" } });
  expect(() => loadSecrets({ g: { a: { type: "vault", path: "p" } } }, {})).toThrow("does not read Vault");
});

function probe(type: string): Value {
  return { type: "probe", name: type, provider: { type } };
}

test("dynamic entries see those before them; what fails is left out", async () => {
  const outputs: Record<string, Value> = {
    process: { status: 0, stdout: " out \n", stderr: "" },
    http: { status: 500, headers: {}, body: [1] },
    python: { any: "thing" },
  };
  const seen: string[][] = [];
  const result = await loadDynamicConfiguration(
    { a: 1, b: probe("process"), c: probe("http"), d: probe("python"), e: probe("other"), f: 2 },
    (given, configuration) => {
      seen.push(Object.keys(configuration));
      const output = outputs[String(given["name"])];
      return output === undefined ? Promise.reject(new Error("refused")) : Promise.resolve(output);
    },
  );
  expect(result).toEqual({
    configuration: { a: 1, b: "out", c: [1], d: { any: "thing" }, f: 2 },
    failed: ["e"],
  });
  expect(seen).toEqual([["a"], ["a", "b"], ["a", "b", "c"], ["a", "b", "c", "d"]]);
});

test("--var has names, types and equals signs in values", () => {
  expect(parseVariables(["a=1", "b:int=2", "c=x=y", "d:bool=no", "e:json=[1]", "f:g:int=3"])).toEqual({
    a: "1",
    b: 2,
    c: "x=y",
    d: false,
    e: [1],
    "f:g": 3,
  });
  expect(() => parseVariables(["a"])).toThrow("name=value");
  expect(() => parseVariables(["a:int=x"])).toThrow("a: a whole number");
  expect(() => parseVariables(["a:what=x"])).toThrow("type can be");
});

test("variable files by their extension", () => {
  expect(readVariableFile("v.yaml", "configuration:\n  a: on\n")).toEqual({
    kind: "entries",
    configuration: { a: true },
    secrets: {},
  });
  expect(readVariableFile(".env", "# c\nA=1\n B=x=y \n")).toEqual({
    kind: "environment",
    variables: { A: "1", B: "x=y" },
  });
  expect(readVariableFile("v.json", "{")).toMatchObject({ kind: "skipped" });
  expect(() => readVariableFile("v.json", "[1]")).toThrow("must be a mapping");
});
