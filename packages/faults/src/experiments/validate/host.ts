import { access, constants, stat } from "node:fs/promises";
import { delimiter, join } from "node:path";

import type { z } from "zod";

import type { Environment } from "../configuration/index.ts";
import type { Dictionary } from "../values/index.ts";

/** What a validation asks of the machine. */
export interface ValidationHost {
  readonly environment: Environment;
  /** Whether a process activity could start this program: a path, or a name to look up in PATH. */
  findExecutable(path: string): Promise<boolean>;
  readonly python: PythonModules;
  /** The faults of the `morrow` provider. */
  readonly faults: readonly KnownFault[];
}

export interface KnownFault {
  readonly name: string;
  readonly arguments: z.ZodType;
  readonly selects: "processes" | "nothing";
}

/** Looks into Python modules, all in one go: starting Python is slow. */
export interface PythonModules {
  /** One finding per request, in order; or why Python can't be asked at all. */
  check(requests: readonly PythonRequest[]): Promise<PythonAnswer>;
}

export type PythonRequest =
  | {
      readonly kind: "activity";
      readonly module: string;
      readonly func: string;
      /** Names of the arguments that the activity gives. */
      readonly arguments: readonly string[];
    }
  /** Its own `validate_control` is called when it has one. */
  | { readonly kind: "control"; readonly module: string; readonly control: Dictionary };

export type PythonAnswer =
  | { readonly kind: "findings"; readonly findings: readonly PythonFinding[] }
  /** No python3, or no chaoslib in it: one sentence, and how to get it. */
  | { readonly kind: "unavailable"; readonly message: string; readonly remedy: string };

export type PythonFinding =
  | { readonly kind: "fine" }
  /** ImportError; `because` names what could not be imported. */
  | { readonly kind: "module-missing"; readonly because: string }
  | { readonly kind: "function-missing" }
  | { readonly kind: "argument-missing"; readonly argument: string }
  | { readonly kind: "argument-unexpected"; readonly argument: string }
  /** Importing or validating raised something else. */
  | { readonly kind: "raised"; readonly because: string };

/** Python's shutil.which. */
export async function findExecutable(path: string, environment: Environment): Promise<boolean> {
  if (path.includes("/")) return isExecutable(path);
  const folders = (environment["PATH"] ?? "/bin:/usr/bin").split(delimiter);
  for (const folder of folders) if (folder !== "" && (await isExecutable(join(folder, path)))) return true;
  return false;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return !(await stat(path)).isDirectory();
  } catch {
    // Whatever keeps it from being looked at keeps it from being run.
    return false;
  }
}
