import {
  type Dictionary,
  get,
  isDictionary,
  isList,
  isNumber,
  isTruthy,
  pythonText,
  toNumber,
  type Value,
} from "../values/index.ts";
import type {
  Activity,
  Control,
  Experiment,
  Hypothesis,
  MorrowProvider,
  MorrowSettings,
  Provider,
  Reference,
  Step,
} from "./experiment.ts";

/** A document that can't be read as an experiment. `validateExperiment` says everything that is wrong; this says the first. */
export class UnreadableExperiment extends Error {
  override readonly name = "UnreadableExperiment";
  /** Such as method[2].provider. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(path === "" ? message : `${path}: ${message}`);
    this.path = path;
  }
}

/** The typed experiment. Reads everything that Chaos Toolkit calls valid. @throws UnreadableExperiment */
export function readExperiment(document: Value): Experiment {
  const root = mapping(document, "");
  const hypothesis = get(root, "steady-state-hypothesis") ?? null;
  return {
    document: root,
    title: pythonText(get(root, "title") ?? ""),
    configuration: optionalMapping(root, "configuration", ""),
    secrets: optionalMapping(root, "secrets", ""),
    hypothesis: isTruthy(hypothesis) ? readHypothesis(mapping(hypothesis, "steady-state-hypothesis")) : null,
    method: readSteps(root, "method", ""),
    rollbacks: readSteps(root, "rollbacks", ""),
    controls: readControls(root, ""),
    runtime: readRuntime(get(root, "runtime")),
    morrow: readMorrowSettings(root),
  };
}

function readHypothesis(document: Dictionary): Hypothesis {
  const path = "steady-state-hypothesis";
  return {
    document,
    title: pythonText(get(document, "title") ?? ""),
    probes: readSteps(document, "probes", path),
    controls: readControls(document, path),
  };
}

function readSteps(parent: Dictionary, key: string, path: string): Step[] {
  return optionalList(parent, key, path).map((item, index) => readStep(item, `${join(path, key)}[${index}]`));
}

function readStep(value: Value, path: string): Step {
  const document = mapping(value, path);
  const ref = get(document, "ref") ?? null;
  return ref === null ? readActivity(document, path) : readReference(document, ref, path);
}

function readReference(document: Dictionary, ref: Value, path: string): Reference {
  if (typeof ref !== "string" || ref === "")
    throw new UnreadableExperiment(join(path, "ref"), "names no activity");
  return {
    kind: "reference",
    document,
    name: ref,
    background: isTruthy(get(document, "background")),
    tolerance: get(document, "tolerance"),
  };
}

/** An activity that stands in a method, a hypothesis, a tolerance or a dynamic configuration. @throws UnreadableExperiment */
export function readActivity(document: Dictionary, path: string): Activity {
  const type = get(document, "type");
  if (type !== "probe" && type !== "action")
    throw new UnreadableExperiment(join(path, "type"), "must be probe or action");
  const pauses = optionalMapping(document, "pauses", path);
  return {
    kind: "activity",
    document,
    type,
    name: pythonText(get(document, "name") ?? ""),
    provider: readProvider(
      mapping(get(document, "provider"), join(path, "provider")),
      join(path, "provider"),
    ),
    background: get(document, "background") === true,
    pauses: { before: get(pauses, "before") ?? null, after: get(pauses, "after") ?? null },
    tolerance: get(document, "tolerance"),
    controls: readControls(document, path),
    neverDry: get(document, "dry") !== undefined,
  };
}

function readProvider(document: Dictionary, path: string): Provider {
  const type = get(document, "type");
  const given = get(document, "arguments");
  switch (type) {
    case "http": {
      const retries = get(document, "max_retries") ?? 0;
      return {
        type,
        url: get(document, "url") ?? null,
        method: pythonText(get(document, "method") ?? "GET").toUpperCase(),
        headers: get(document, "headers") ?? null,
        arguments: given,
        timeout: get(document, "timeout") ?? null,
        verifyTls: isTruthy(get(document, "verify_tls") ?? true),
        maxRetries: isNumber(retries) ? toNumber(retries) : 0,
      };
    }
    case "process":
      return {
        type,
        path: text(document, "path", path),
        arguments: given ?? [],
        timeout: get(document, "timeout") ?? null,
      };
    case "python":
      return {
        type,
        module: text(document, "module", path),
        func: text(document, "func", path),
        arguments: optionalMapping(document, "arguments", path),
        secrets: get(document, "secrets") ?? null,
      };
    case "morrow":
      return readMorrowProvider(document, path);
    default:
      throw new UnreadableExperiment(join(path, "type"), "must be http, process, python or morrow");
  }
}

function readMorrowProvider(document: Dictionary, path: string): MorrowProvider {
  if (get(document, "end") !== undefined)
    return { type: "morrow", kind: "end", end: text(document, "end", path) };
  const select = get(document, "select") ?? null;
  const limits = get(document, "limits") ?? null;
  return {
    type: "morrow",
    kind: "fault",
    fault: text(document, "fault", path),
    select: select === null ? null : mapping(select, join(path, "select")),
    arguments: optionalMapping(document, "arguments", path),
    duration: get(document, "duration") ?? null,
    take: get(document, "take") ?? 1,
    limits: limits === null ? null : mapping(limits, join(path, "limits")),
  };
}

function readControls(parent: Dictionary, path: string): Control[] {
  return optionalList(parent, "controls", path).map((item, index) =>
    readControl(mapping(item, `${join(path, "controls")}[${index}]`)),
  );
}

function readControl(document: Dictionary): Control {
  const [name, ref, scope] = ["name", "ref", "scope"].map((key) => get(document, key));
  const provider = get(document, "provider");
  const python = isDictionary(provider) && get(provider, "type") === "python" ? provider : null;
  const given = python === null ? undefined : get(python, "arguments");
  return {
    document,
    name: name === undefined || name === null ? null : pythonText(name),
    ref: ref === undefined || ref === null ? null : pythonText(ref),
    scope: scope === "before" || scope === "after" ? scope : null,
    automatic: isTruthy(get(document, "automatic") ?? true),
    python:
      python === null
        ? null
        : { module: pythonText(get(python, "module") ?? ""), arguments: isDictionary(given) ? given : {} },
  };
}

function readRuntime(value: Value | undefined): Experiment["runtime"] {
  if (!isTruthy(value)) return null;
  const runtime = mapping(value, "runtime");
  const strategy = (key: string): string =>
    pythonText(get(optionalMapping(runtime, key, "runtime"), "strategy") ?? "default");
  return { rollbacks: strategy("rollbacks"), hypothesis: strategy("hypothesis") };
}

function readMorrowSettings(root: Dictionary): MorrowSettings {
  const extensions = get(root, "extensions");
  const index = isList(extensions)
    ? extensions.findIndex((item) => isDictionary(item) && get(item, "name") === "morrow")
    : -1;
  const entry = isList(extensions) ? extensions[index] : undefined;
  const settings = isDictionary(entry) ? entry : {};
  const path = `extensions[${index}]`;
  const frequency = get(settings, "frequency");
  const limits = get(settings, "limits") ?? null;
  return {
    stop: optionalList(settings, "stop", path).map((item, at) =>
      readActivity(mapping(item, `${path}.stop[${at}]`), `${path}.stop[${at}]`),
    ),
    frequency: isNumber(frequency) && toNumber(frequency) > 0 ? toNumber(frequency) : 1,
    limits: limits === null ? null : mapping(limits, `${path}.limits`),
    duration: get(settings, "duration") ?? null,
  };
}

function mapping(value: Value | undefined, path: string): Dictionary {
  if (isDictionary(value)) return value;
  throw new UnreadableExperiment(path, path === "" ? "An experiment is a mapping." : "must be a mapping");
}

function optionalMapping(parent: Dictionary, key: string, path: string): Dictionary {
  const value = get(parent, key) ?? null;
  return value === null ? {} : mapping(value, join(path, key));
}

function optionalList(parent: Dictionary, key: string, path: string): readonly Value[] {
  const value = get(parent, key) ?? null;
  if (value === null) return [];
  if (isList(value)) return value;
  // An empty text or mapping has no members either.
  if (value === "" || (isDictionary(value) && !isTruthy(value))) return [];
  throw new UnreadableExperiment(join(path, key), "must be a list");
}

function text(parent: Dictionary, key: string, path: string): string {
  const value = get(parent, key);
  if (typeof value === "string" && value !== "") return value;
  throw new UnreadableExperiment(join(path, key), "must be a string");
}

function join(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
