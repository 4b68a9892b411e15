import { describe, expect, test } from "vitest";
import { z } from "zod";

import { readExperiment, UnreadableExperiment } from "../document/index.ts";
import { answerOf } from "../testing/answer.ts";
import { generatedCases } from "../testing/generated-cases.ts";
import { type Dictionary, isDictionary, isList, type Value } from "../values/index.ts";
import {
  findExecutable,
  type PythonFinding,
  type PythonRequest,
  validateExperiment,
  type ValidationHost,
} from "./index.ts";

const { base, cases } = generatedCases("verdicts") as unknown as {
  base: Dictionary;
  cases: { name: string; at?: string; value?: Value; document?: Value; valid: boolean }[];
};
const environment = { PATH: "/usr/bin:/bin", PRESENT: "yes", PORT: "8080", WORDS: "many" };
const host: ValidationHost = {
  environment,
  findExecutable: (path) => findExecutable(path, environment),
  python: {
    check: (requests) => Promise.resolve({ kind: "findings", findings: requests.map(standardLibrary) }),
  },
  faults: [
    { name: "pause-process", selects: "processes", arguments: z.strictObject({}) },
    { name: "stress-cpu", selects: "nothing", arguments: z.strictObject({ workers: z.int().positive() }) },
  ],
};

/** What Python 3.11 finds in the modules that the cases name. */
function standardLibrary(request: PythonRequest): PythonFinding {
  if (request.module === "no_such_module")
    return { kind: "module-missing", because: "No module named 'no_such_module'" };
  if (request.kind === "control") return { kind: "fine" };
  const functions: Readonly<Record<string, readonly string[]>> = {
    basename: ["p"],
    relpath: ["path"],
    getpid: [],
  };
  const needed = functions[request.func];
  if (needed === undefined) return { kind: "function-missing" };
  const missing = needed.find((name) => !request.arguments.includes(name));
  if (missing !== undefined) return { kind: "argument-missing", argument: missing };
  const unexpected = request.arguments.find((name) => !needed.includes(name));
  return unexpected === undefined ? { kind: "fine" } : { kind: "argument-unexpected", argument: unexpected };
}

describe("says yes and no where chaos validate does", () => {
  test.each(cases)("$name", async (one) => {
    const document =
      one.at === undefined
        ? "document" in one
          ? (one.document ?? null)
          : base
        : changed(base, one.at.split("/"), one.value);
    const { problems, requirements } = await validateExperiment(document, host);
    expect({ valid: problems.length + requirements.length === 0, problems, requirements }).toMatchObject({
      valid: one.valid,
    });
    for (const { code, path, message, remedy } of [...problems, ...requirements]) {
      expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
      expect(path === "" || !path.startsWith(".")).toBe(true);
      expect(message).toMatch(/\.$/);
      expect(remedy.length).toBeGreaterThan(0);
    }
    const read = answerOf(() => readExperiment(document).document === document, UnreadableExperiment);
    // A runtime that is no mapping passes chaos validate and ends chaos run.
    const readable = one.valid && one.name !== "runtime text";
    expect(readable ? read : "true").toBe("true");
  });
});

/** A copy with the value at the path set, added (+) or, without a value, removed. */
function changed(value: Value, [key = "", ...rest]: readonly string[], to: Value | undefined): Value {
  if (isList(value)) {
    if (key === "+") return [...value, to ?? null];
    return value.map((item, index) =>
      index === Number(key) ? (rest.length === 0 ? (to ?? null) : changed(item, rest, to)) : item,
    );
  }
  if (!isDictionary(value)) throw new Error(`There is no ${key}`);
  const { [key]: before, ...others } = value;
  if (rest.length > 0) return { ...value, [key]: changed(before ?? null, rest, to) };
  return to === undefined ? others : { ...value, [key]: to };
}

const process = (more: Dictionary = {}): Dictionary => ({ type: "process", path: "true", ...more });

test("everything is said at once", async () => {
  const { problems, requirements, warnings } = await validateExperiment(
    {
      titel: "A",
      description: "",
      configuration: { a: { type: "env", key: "NONE" } },
      "steady-state-hypothesis": { probes: [{ type: "probe", name: "p", provider: process() }] },
      method: [
        { type: "action", provider: { type: "ssh" } },
        { ref: "nobody" },
        { type: "action", name: "x", provider: { type: "process", path: "no-such-program" } },
      ],
    },
    host,
  );
  expect(problems.map(({ path }) => path)).toEqual([
    "title",
    "description",
    "steady-state-hypothesis.title",
    "steady-state-hypothesis.probes[0].tolerance",
    "method[0].name",
    "method[0].provider.type",
    "method[1].ref",
  ]);
  expect(requirements.map(({ path }) => path)).toEqual(["configuration.a", "method[2].provider.path"]);
  expect(warnings.find(({ path }) => path === "titel")?.remedy).toBe('Did you mean "title"?');
});

test("refs that lead to refs are refused, ambiguous ones are told", async () => {
  const step = { type: "probe", name: "twice", provider: process() };
  const { problems, warnings } = await validateExperiment(
    {
      title: "A",
      description: "B",
      method: [
        { name: "a", ref: "b" },
        { name: "b", ref: "a" },
        { name: "self", ref: "self" },
        step,
        step,
        { ref: "twice" },
      ],
    },
    host,
  );
  expect(problems.map(({ code, path }) => [code, path])).toEqual([
    ["ref.cyclic", "method[0].ref"],
    ["ref.cyclic", "method[1].ref"],
    ["ref.cyclic", "method[2].ref"],
  ]);
  expect(warnings.map(({ code }) => code)).toContain("ref.ambiguous");
});

test("the traps are told", async () => {
  const probe = (name: string, type: string, tolerance: Value): Dictionary => ({
    type: "probe",
    name,
    tolerance,
    provider: type === "http" ? { type, url: "http://localhost" } : process(),
  });
  const { problems, warnings } = await validateExperiment(
    {
      title: "A",
      description: "B",
      secrets: { token: { type: "env", key: "PRESENT" } },
      runtime: { hypothesis: { strategy: "during-method-only" } },
      "steady-state-hypothesis": {
        title: "C",
        probes: [
          probe("a", "http", { type: "regex", pattern: "x" }),
          probe("b", "process", { type: "range", range: [1, 2], target: "stdout" }),
          probe("c", "process", { type: "range", range: [1, 2], target: "body" }),
          probe("d", "http", true),
          probe("e", "http", [200, 299]),
        ],
      },
      method: [
        { type: "action", name: "x", provider: process({ arguments: "a | b" }) },
        { type: "action", name: "y", dry: "probes", provider: process({ arguments: ["a | b"] }) },
      ],
      rollbacks: [{ type: "action", name: "z", provider: process() }],
    },
    host,
  );
  expect(problems).toEqual([]);
  const at = (code: string): string[] => warnings.filter((one) => one.code === code).map(({ path }) => path);
  const probes = "steady-state-hypothesis.probes";
  expect(at("trap.gate-error")).toEqual([`${probes}[0]`]);
  expect(at("trap.after-error")).toEqual([`${probes}[0]`]);
  expect(at("trap.target")).toEqual([`${probes}[0].tolerance.target`, `${probes}[2].tolerance.target`]);
  expect(at("trap.never-met")).toEqual([`${probes}[3].tolerance`]);
  expect(at("trap.membership")).toEqual([`${probes}[4].tolerance`]);
  expect(at("trap.shell")).toEqual(["method[0].provider.arguments"]);
  expect(at("trap.failure-succeeds")).toEqual(["method[0]"]);
  expect(at("trap.dry")).toEqual(["method[1].dry"]);
  expect(at("trap.during-method")).toEqual(["runtime.hypothesis.strategy"]);
  expect(at("trap.secret-without-group")).toEqual(["secrets.token"]);
});

test("every secret that is missing is named, in every group", async () => {
  const { requirements } = await validateExperiment(
    {
      title: "A",
      description: "B",
      secrets: {
        cloud: { id: { type: "env", key: "NOT_HERE" }, deeper: { key: { type: "env", key: "NOR_HERE" } } },
      },
      method: [],
    },
    host,
  );
  expect(requirements.map(({ path }) => path)).toEqual(["secrets.cloud.id", "secrets.cloud.deeper.key"]);
});

function faultStep(more: Dictionary): Dictionary {
  return {
    type: "action",
    name: "f",
    provider: { type: "morrow", ...more },
  };
}

test("faults of Morrow are checked against what they need", async () => {
  const { problems } = await validateExperiment(
    {
      title: "A",
      description: "B",
      extensions: [
        { name: "morrow", frequency: 0, stop: [{ type: "probe", name: "s", provider: process() }] },
      ],
      method: [
        faultStep({ fault: "pause-process", select: { name: "postgres" }, duration: 30, take: "50%" }),
        faultStep({ fault: "stress-cpu", arguments: { workers: "${n}" }, duration: "${d}" }),
        faultStep({ end: "f" }),
        faultStep({ fault: "pause-process" }),
        faultStep({ fault: "pause-proces" }),
        faultStep({ fault: "stress-cpu", arguments: { workers: 0 }, duration: -1, take: "150%", limits: 3 }),
      ],
    },
    host,
  );
  expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
    "selection.missing method[3].provider.select",
    "fault.unknown method[4].provider.fault",
    "fault.duration method[5].provider.duration",
    "fault.take method[5].provider.take",
    "fault.limits method[5].provider.limits",
    "fault.arguments method[5].provider.arguments.workers",
    "extension.frequency extensions[0].frequency",
    "tolerance.missing extensions[0].stop[0].tolerance",
  ]);
});

function pythonStep(name: string): Dictionary {
  return {
    type: "action",
    name,
    provider: { type: "python", module: "no_such_module", func: "f" },
  };
}

test("what Python lacks is a requirement; without Python that is said once", async () => {
  const document = { title: "A", description: "B", method: [pythonStep("a"), pythonStep("b")] };
  const missing = await validateExperiment(document, host);
  expect(missing.problems).toEqual([]);
  expect(missing.requirements.map(({ code }) => code)).toEqual([
    "python.module-missing",
    "python.module-missing",
  ]);
  const python: ValidationHost["python"] = {
    check: () =>
      Promise.resolve({ kind: "unavailable", message: "There is no python3.", remedy: "Install it." }),
  };
  const without = await validateExperiment(document, { ...host, python });
  expect(without.requirements).toEqual([
    {
      code: "python.unavailable",
      path: "method[0].provider",
      message: "There is no python3.",
      remedy: "Install it.",
    },
  ]);
});
