import { ExitRequested, Interrupted, InterruptExecution } from "../failures.ts";
import { type Dictionary, get, isDictionary, pythonText, type Value } from "../values/index.ts";
import { PythonControls, type Scope, type Shown } from "./python-control.ts";
import { allControls, controlsFor, type Level } from "./select.ts";
import type { Python } from "../providers/python/index.ts";

export { loadGlobalControls } from "./global.ts";
export type { Level } from "./select.ts";

export interface ControlsOptions {
  readonly python: Python;
  /** The run's own experiment, which controls may change; null while it is loaded. */
  readonly experiment: Dictionary | null;
  readonly configuration: Dictionary;
  readonly secrets: Dictionary;
  readonly settings: Dictionary;
  /** Controls from the settings and from --control-file. */
  readonly globals: readonly Dictionary[];
  /** Hears what went wrong in a control, which is no reason to stop. */
  readonly note: (message: string) => void;
}

/** Runs an experiment's controls around its parts (chaoslib.control). */
export class Controls {
  readonly #options: ControlsOptions;
  readonly #python: PythonControls;
  #globals: readonly Dictionary[];

  constructor(options: ControlsOptions) {
    this.#options = options;
    this.#python = new PythonControls(options.python);
    this.#globals = options.globals;
  }

  /** Calls configure_control once for each control. A global control whose initialisation fails is not applied. */
  async initialise(): Promise<void> {
    const { experiment, settings } = this.#options;
    const shown = this.#shown(experiment ?? {}, null);
    const usable: Dictionary[] = [];
    for (const control of this.#globals) {
      const done = await this.#quietly(control, "initialisation", () =>
        this.#python.initialise(control, shown, settings),
      );
      if (done) usable.push(control);
    }
    this.#globals = usable;
    for (const control of this.#ownControls())
      await this.#quietly(control, "initialisation", () => this.#python.initialise(control, shown, null));
  }

  /** Calls cleanup_control once for each control. */
  async cleanUp(): Promise<void> {
    try {
      for (const control of this.#ownControls()) if (isPython(control)) await this.#python.cleanUp(control);
    } finally {
      for (const control of this.#globals)
        await this.#quietly(control, "clean-up", () => this.#python.cleanUp(control));
    }
  }

  /** `body` between its controls. Those after it run whatever happens, with the state that `body` set. */
  async around<T>(
    level: Level,
    context: Dictionary,
    place: { readonly thread: string; readonly signal: AbortSignal },
    body: (setState: (state: Value) => void) => Promise<T>,
  ): Promise<T> {
    let state: Value = null;
    try {
      await this.apply(level, "before", context, null, place);
      return await body((value) => (state = value));
    } finally {
      // The signal that ended `body` must not end the controls after it as well.
      const after = place.signal.aborted ? { ...place, signal: new AbortController().signal } : place;
      await this.apply(level, "after", context, state, after);
    }
  }

  /** @throws InterruptExecution, ExitRequested, Interrupted; other failures of a control are only noted */
  async apply(
    level: Level,
    scope: Scope,
    context: Dictionary | string,
    state: Value,
    place: { readonly thread: string; readonly signal: AbortSignal },
  ): Promise<void> {
    const { experiment } = this.#options;
    const own = typeof context === "string" ? {} : context;
    for (const control of controlsFor(level, experiment, own, this.#globals)) {
      const only = get(control, "scope");
      if (typeof only === "string" && only !== "" && only !== scope) continue;
      await this.#quietly(control, `${scope}-${level}`, () =>
        this.#python.apply(control, level, scope, this.#shown(context, state), place.thread, place.signal),
      );
    }
  }

  #shown(context: Dictionary | string, state: Value): Shown {
    const { experiment, configuration, secrets, settings } = this.#options;
    return { experiment, context, state, configuration, secrets, settings };
  }

  #ownControls(): Dictionary[] {
    const seen = new Set<Value>();
    return allControls(this.#options.experiment ?? {}).filter((control) => {
      const name = get(control, "name");
      if (name === undefined || name === "" || seen.has(name)) return false;
      seen.add(name);
      return true;
    });
  }

  async #quietly(control: Dictionary, moment: string, call: () => Promise<void>): Promise<boolean> {
    if (!isPython(control)) return true;
    try {
      await call();
      return true;
    } catch (error) {
      const meansTheEnd =
        error instanceof InterruptExecution && moment !== "initialisation" && moment !== "clean-up";
      if (meansTheEnd || error instanceof ExitRequested || error instanceof Interrupted) throw error;
      const message = error instanceof Error ? error.message : String(error);
      this.#options.note(
        `The control "${pythonText(get(control, "name") ?? "")}" failed (${moment}): ${message}`,
      );
      return false;
    }
  }
}

function isPython(control: Dictionary): boolean {
  const provider = get(control, "provider");
  return isDictionary(provider) && get(provider, "type") === "python";
}
