import { type Dictionary, get, isDictionary, isTruthy } from "../values/index.ts";
import type { Scope } from "./scope.ts";
import { join } from "./findings.ts";
import { warnOfUnknownKeys } from "./keys.ts";
import { validateMorrowProvider } from "./morrow.ts";

export async function validateProvider(activity: Dictionary, at: string, scope: Scope): Promise<void> {
  const { findings } = scope;
  const provider = get(activity, "provider");
  const path = join(at, "provider");
  if (!isDictionary(provider) || !isTruthy(provider)) {
    findings.problem(
      "provider.missing",
      path,
      isTruthy(provider) ? "A provider is a mapping." : "The activity has no provider.",
      'Say what carries it out: {"type": "http", "url": "…"} or {"type": "process", "path": "…"}.',
    );
    return;
  }
  const type = get(provider, "type");
  switch (type) {
    case "http":
      return validateHttp(provider, path, scope);
    case "process":
      return validateProcess(provider, path, scope);
    case "python":
      return validatePython(provider, path, scope);
    case "morrow":
      return validateMorrowProvider(provider, path, scope);
    default:
      findings.problem(
        "provider.type",
        join(path, "type"),
        isTruthy(type) ? `The provider ${JSON.stringify(type)} is unknown.` : "The provider has no type.",
        "Choose http, process, python or morrow.",
      );
  }
}

function validateHttp(provider: Dictionary, path: string, { findings }: Scope): void {
  warnOfUnknownKeys(provider, "http", path, findings);
  if (!isTruthy(get(provider, "url")))
    findings.problem(
      "provider.url",
      join(path, "url"),
      "The HTTP activity has no URL.",
      'Add "url": "https://…".',
    );
  const headers = get(provider, "headers");
  if (isTruthy(headers) && !isDictionary(headers))
    findings.problem(
      "provider.headers",
      join(path, "headers"),
      "Headers are a mapping of names to values.",
      'Write {"Accept": "application/json"}.',
    );
}

async function validateProcess(provider: Dictionary, path: string, { findings, host }: Scope): Promise<void> {
  warnOfUnknownKeys(provider, "process", path, findings);
  const program = get(provider, "path");
  if (typeof program !== "string" || program === "") {
    findings.problem(
      "provider.path",
      join(path, "path"),
      isTruthy(program) ? "The path of a program is text." : "The process activity has no path.",
      "Name the program, or give its path.",
    );
    return;
  }
  if (!(await host.findExecutable(program)))
    findings.requirement(
      "program.missing",
      join(path, "path"),
      `The program ${program} can't be found, or not be executed, on this machine.`,
      "Install it, or correct the path. Names are looked up in PATH.",
    );
}

function validatePython(provider: Dictionary, path: string, { findings, python }: Scope): void {
  warnOfUnknownKeys(provider, "python", path, findings);
  const [module, func] = [get(provider, "module"), get(provider, "func")];
  for (const [key, value] of [
    ["module", module],
    ["func", func],
  ] as const)
    if (typeof value !== "string" || value === "")
      findings.problem(
        `provider.${key}`,
        join(path, key),
        `The Python activity needs a ${key === "func" ? "function" : "module"}.`,
        `Add "${key}" as text.`,
      );
  const given = get(provider, "arguments");
  if (given !== undefined && !isDictionary(given)) {
    findings.problem(
      "provider.arguments",
      join(path, "arguments"),
      "Arguments of a Python function are a mapping of names to values.",
      'Write {"name": "value"}, or leave it out.',
    );
    return;
  }
  if (typeof module !== "string" || typeof func !== "string" || module === "" || func === "") return;
  python.add({ kind: "activity", module, func, arguments: Object.keys(given ?? {}) }, path);
}
