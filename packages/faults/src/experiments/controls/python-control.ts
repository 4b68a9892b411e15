import type { Python } from "../providers/python/index.ts";
import { substitute } from "../substitution/index.ts";
import { type Dictionary, get, isDictionary, type Value } from "../values/index.ts";
import { adopt } from "../values-in-place.ts";
import type { Level } from "./select.ts";

export type Scope = "before" | "after";

/** What a control is shown, and may change. */
export interface Shown {
  readonly experiment: Dictionary | null;
  /** The mapping that it stands at, or the source of the experiment while that is loaded. */
  readonly context: Dictionary | string;
  /** Journal, run or list of runs; null before. */
  readonly state: Value;
  readonly configuration: Dictionary;
  readonly secrets: Dictionary;
  readonly settings: Dictionary;
}

const initialise = "configure_control";
const cleanUp = "cleanup_control";

function functionName(level: Level, scope: Scope): string {
  return `${scope}_${level === "loader" ? "loading_experiment" : level}_control`;
}

const levels: readonly Level[] = ["loader", "experiment", "hypothesis", "method", "rollback", "activity"];
const names = [
  initialise,
  cleanUp,
  ...levels.flatMap((level) => [functionName(level, "before"), functionName(level, "after")]),
];

/** The Python modules of controls, called as chaoslib.control.python calls them. */
export class PythonControls {
  readonly #python: Python;
  readonly #functions = new Map<string, ReadonlyMap<string, readonly string[]> | null>();

  constructor(python: Python) {
    this.#python = python;
  }

  /** Whether the module can be imported. */
  async isThere(control: Dictionary, thread: string): Promise<boolean> {
    return (await this.#functionsOf(moduleOf(control), thread)) !== null;
  }

  async initialise(control: Dictionary, shown: Shown, settings: Dictionary | null): Promise<void> {
    const pass = {
      experiment: ["experiment"],
      secrets: ["secrets"],
      configuration: ["configuration"],
      settings: ["settings"],
    };
    await this.#call(
      control,
      initialise,
      argumentsOf(control),
      { ...objects(shown), settings },
      pass,
      "main",
      neverAborted,
    );
  }

  async cleanUp(control: Dictionary): Promise<void> {
    await this.#call(control, cleanUp, {}, {}, {}, "main", neverAborted);
  }

  async apply(
    control: Dictionary,
    level: Level,
    scope: Scope,
    shown: Shown,
    thread: string,
    signal: AbortSignal,
  ): Promise<void> {
    const given = argumentsOf(control);
    const hasVariables = Object.keys(shown.configuration).length > 0 || Object.keys(shown.secrets).length > 0;
    const filled = hasVariables ? substitute(given, shown) : given;
    const pass: Record<string, readonly (string | number)[]> = {
      secrets: ["secrets"],
      configuration: ["configuration"],
      state: ["state"],
      experiment: ["experiment"],
      settings: ["settings"],
    };
    if (shown.experiment !== null && get(shown.experiment, "extensions") !== undefined)
      pass["extensions"] = ["experiment", "extensions"];
    const inside = shown.experiment === null ? null : pathOf(shown.experiment, shown.context);
    await this.#call(
      control,
      functionName(level, scope),
      isDictionary(filled) ? filled : {},
      objects(shown),
      pass,
      thread,
      signal,
      { inside },
    );
  }

  /** `place.inside` says where in the experiment the context is; without `place` the function gets no context. */
  async #call(
    control: Dictionary,
    func: string,
    given: Dictionary,
    known: Readonly<Record<string, Value>>,
    pass: Readonly<Record<string, readonly (string | number)[]>>,
    thread: string,
    signal: AbortSignal,
    place?: { readonly inside: readonly (string | number)[] | null },
  ): Promise<void> {
    const module = moduleOf(control);
    const parameters = (await this.#functionsOf(module, thread))?.get(func);
    if (parameters === undefined) return;
    const passed: Record<string, readonly (string | number)[]> = Object.fromEntries(
      Object.entries(pass).filter(([name]) => parameters.includes(name)),
    );
    const nothing = parameters.includes("extensions") && pass["extensions"] === undefined;
    const wholeExperiment = passed["experiment"] !== undefined || passed["extensions"] !== undefined;
    // The context is part of the experiment: one that is shown both must see the same object twice.
    if (place !== undefined)
      passed["context"] =
        wholeExperiment && place.inside !== null ? ["experiment", ...place.inside] : ["context"];
    const wanted = new Set(Object.values(passed).map(([first]) => first));
    const shared = Object.fromEntries(Object.entries(known).filter(([name]) => wanted.has(name)));
    const changed = await this.#python.control(
      {
        module,
        func,
        arguments: nothing ? { ...given, extensions: null } : given,
        shared,
        pass: passed,
        registry: parameters.includes("event_registry"),
      },
      thread,
      signal,
    );
    for (const [name, value] of Object.entries(changed)) takeBack(known[name], value);
  }

  async #functionsOf(module: string, thread: string): Promise<ReadonlyMap<string, readonly string[]> | null> {
    let functions = this.#functions.get(module);
    if (functions === undefined) {
      functions = await this.#python.controlFunctions(module, names, thread);
      this.#functions.set(module, functions);
    }
    return functions;
  }
}

const neverAborted = new AbortController().signal;

function objects(shown: Shown): Record<string, Value> {
  const { experiment, context, state, configuration, secrets, settings } = shown;
  return { experiment, context, state, configuration, secrets, settings };
}

function takeBack(own: Value | undefined, changed: Value): void {
  if (typeof own !== "object" || own === null) return;
  if (isDictionary(changed)) adopt(own, changed);
  // A list is adopted as what stands under the positions of another one.
  else if (Array.isArray(own) && Array.isArray(changed)) adopt({ list: own }, { list: changed });
}

function moduleOf(control: Dictionary): string {
  const provider = get(control, "provider");
  const module = isDictionary(provider) ? get(provider, "module") : undefined;
  return typeof module === "string" ? module : "";
}

function argumentsOf(control: Dictionary): Dictionary {
  const provider = get(control, "provider");
  const given = isDictionary(provider) ? get(provider, "arguments") : undefined;
  return isDictionary(given) ? given : {};
}

/** Where the very object `context` stands in the experiment, or null. */
function pathOf(experiment: Dictionary, context: Dictionary | string): (string | number)[] | null {
  if (context === experiment) return [];
  const hypothesis = get(experiment, "steady-state-hypothesis");
  if (context === hypothesis) return ["steady-state-hypothesis"];
  const places: [(string | number)[], Value | undefined][] = [
    [["method"], get(experiment, "method")],
    [["rollbacks"], get(experiment, "rollbacks")],
    [["steady-state-hypothesis", "probes"], isDictionary(hypothesis) ? get(hypothesis, "probes") : undefined],
  ];
  for (const [path, list] of places) {
    const index = Array.isArray(list) ? list.indexOf(context) : -1;
    if (index !== -1) return [...path, index];
  }
  return null;
}
