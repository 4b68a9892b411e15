import { z } from "zod";

import type { PythonProvider } from "../../document/experiment.ts";
import { ActivityFailed, ExitRequested, Interrupted, InterruptExecution } from "../../failures.ts";
import {
  type Dictionary,
  isDictionary,
  isList,
  isTruthy,
  pythonText,
  type Value,
} from "../../values/index.ts";
import type { PythonFinding, PythonRequest } from "../../validate/host.ts";
import { type ProviderContext, substituteFor } from "../provider.ts";
import { type PythonAnswer, type PythonError, type PythonOptions, PythonProcess } from "./process.ts";

export { PythonUnavailable } from "./process.ts";

/** Python code failed in a way that is no failed activity, such as a module that can't be imported. */
export class PythonFailed extends Error {
  override readonly name = "PythonFailed";
}

const findingShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("fine") }),
  z.object({ kind: z.literal("module-missing"), because: z.string() }),
  z.object({ kind: z.literal("function-missing") }),
  z.object({ kind: z.literal("argument-missing"), argument: z.string() }),
  z.object({ kind: z.literal("argument-unexpected"), argument: z.string() }),
  z.object({ kind: z.literal("raised"), because: z.string() }),
]);

export interface PythonFunction {
  readonly module: string;
  readonly func: string;
  readonly arguments: Dictionary;
}

export interface ControlCall extends PythonFunction {
  /** Objects that the function may change, by name. */
  readonly shared: Readonly<Record<string, Value>>;
  /** Parameter → path of names and positions through `shared`. */
  readonly pass: Readonly<Record<string, readonly (string | number)[]>>;
  /** Whether it wants the registry of event listeners. */
  readonly registry: boolean;
}

/** The Python half of a run. The process starts with the first question. */
export class Python {
  readonly #options: PythonOptions;
  #process: Promise<PythonProcess> | null = null;

  constructor(options: PythonOptions) {
    this.#options = options;
  }

  /** @throws ActivityFailed, ExitRequested, PythonFailed, PythonUnavailable, or the reason of `signal` */
  async call(
    target: PythonFunction & { readonly secrets: Value; readonly configuration: Dictionary },
    thread: string,
    signal: AbortSignal,
  ): Promise<Value> {
    const { module, func, secrets, configuration } = target;
    const request = { do: "call", module, func, arguments: target.arguments, secrets, configuration };
    return valueOf(await this.#ask(request, thread, signal));
  }

  /** One finding for each request. Imports the modules. @throws PythonUnavailable */
  async look(requests: readonly PythonRequest[]): Promise<PythonFinding[]> {
    const answer = valueOf(
      await this.#ask({ do: "validate", requests: requests.map((one) => ({ ...one })) }, "main"),
    );
    return z.array(findingShape).parse(answer);
  }

  /** The functions of a control's module among `names`, with their parameters; null when it can't be imported. */
  async controlFunctions(
    module: string,
    names: readonly string[],
    thread: string,
  ): Promise<ReadonlyMap<string, readonly string[]> | null> {
    const answer = valueOf(await this.#ask({ do: "control-functions", module, names }, thread));
    if (!isDictionary(answer)) return null;
    return new Map(
      Object.entries(answer).map(([name, list]) => [name, isList(list) ? list.map(pythonText) : []]),
    );
  }

  /** Calls a control's function. The answer holds those of the shared objects that it changed. @throws like `call` */
  async control(call: ControlCall, thread: string, signal: AbortSignal): Promise<Dictionary> {
    const { module, func, shared, pass, registry } = call;
    const request = { do: "control", module, func, arguments: call.arguments, shared, pass, registry };
    const answer = valueOf(await this.#ask(request, thread, signal));
    return isDictionary(answer) ? answer : {};
  }

  async interruptThreads(): Promise<void> {
    (await this.#process)?.interruptThreads();
  }

  async close(): Promise<void> {
    const started = await this.#process?.catch(() => null);
    await started?.close();
  }

  async #ask(
    request: { readonly do: string } & Readonly<Record<string, Value>>,
    thread: string,
    signal?: AbortSignal,
  ): Promise<PythonAnswer> {
    signal?.throwIfAborted();
    this.#process ??= PythonProcess.start(this.#options);
    const python = await this.#process;
    const answer = python.ask(request, thread);
    return signal === undefined ? answer : abortable(answer, signal, () => interrupt(python, thread, signal));
  }
}

function interrupt(python: PythonProcess, thread: string, signal: AbortSignal): void {
  const { reason } = signal.reason instanceof Interrupted ? signal.reason : { reason: null };
  if (thread === "main") python.interrupt(reason?.kind === "signal" ? reason.signal : "SIGTERM");
  else python.interruptThreads();
}

function abortable<T>(promise: Promise<T>, signal: AbortSignal, onAbort: () => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      onAbort();
      reject(signal.reason);
    };
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}

function valueOf(answer: PythonAnswer): Value {
  if (answer.kind === "value") return answer.value;
  throw failureOf(answer.error);
}

function failureOf(error: PythonError): Error {
  switch (error.kind) {
    case "failed":
      return new ActivityFailed(error.message, {
        trace: [...error.lines, "\nDuring handling of the above exception, another exception occurred:\n\n"],
      });
    case "interrupt":
      return new InterruptExecution(error.message);
    case "keyboard":
      return new ExitRequested("keyboard");
    case "exit":
      return new ExitRequested(error.code);
    case "unexpected":
      return new PythonFailed(error.message);
  }
}

/** Calls the function of an activity; what it returns is the output (chaoslib.provider.python). */
export async function runPython(provider: PythonProvider, context: ProviderContext): Promise<Value> {
  const given = context.hasVariables ? substituteFor(provider.arguments, context) : provider.arguments;
  return context.python.call(
    {
      module: provider.module,
      func: provider.func,
      arguments: isDictionary(given) ? given : {},
      secrets: chosenSecrets(provider, context.secrets),
      configuration: context.configuration,
    },
    context.thread,
    context.signal,
  );
}

/** The groups of secrets that the activity names, as one mapping; null when it names none. */
function chosenSecrets(provider: PythonProvider, secrets: Dictionary): Value {
  if (provider.secrets === null) return null;
  const names = isList(provider.secrets) ? provider.secrets : Object.keys(provider.secrets);
  const groups = names.map((name) => (typeof name === "string" ? (secrets[name] ?? {}) : {}));
  return Object.assign({}, ...groups.filter((group) => isTruthy(group)));
}
