import {
  findExecutable,
  type KnownFault,
  type PythonModules,
  type ValidationHost,
} from "../validate/index.ts";
import type { Value } from "../values/index.ts";
import { writeJson } from "../values/json.ts";
import { type Python, PythonUnavailable } from "./python/index.ts";

/** This machine, as a validation asks it: its programs, its Python, and the faults of Morrow when the document may have any. */
export async function validationHost(
  document: Value,
  python: Python,
  environment: NodeJS.ProcessEnv,
): Promise<ValidationHost> {
  return {
    environment,
    findExecutable: (path) => findExecutable(path, environment),
    python: modulesOf(python),
    faults: await knownFaults(document),
  };
}

function modulesOf(python: Python): PythonModules {
  return {
    async check(requests) {
      try {
        return { kind: "findings", findings: await python.look(requests) };
      } catch (error) {
        if (!(error instanceof PythonUnavailable)) throw error;
        return { kind: "unavailable", message: error.message, remedy: error.remedy };
      }
    },
  };
}

/** All faults with what they need take a while to load. */
async function knownFaults(document: Value): Promise<readonly KnownFault[]> {
  if (!writeJson(document).includes('"morrow"')) return [];
  return (await import("../../faults/registry.ts")).faults;
}
