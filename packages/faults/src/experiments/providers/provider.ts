import { substitute } from "../substitution/index.ts";
import type { Dictionary, Value } from "../values/index.ts";
import type { RunFaults } from "./morrow.ts";
import type { Python } from "./python/index.ts";

/** What an activity's provider needs of the run. */
export interface ProviderContext {
  readonly configuration: Dictionary;
  readonly secrets: Dictionary;
  /** Whether there is any configuration or secret; the original substitutes some arguments only then, which keeps `$$` as it is. */
  readonly hasVariables: boolean;
  readonly environment: NodeJS.ProcessEnv;
  /** Aborted, with the interruption as its reason, to end the activity now. */
  readonly signal: AbortSignal;
  /** "main", or a name of its own for what runs beside the method: Python code gets a thread of its own there. */
  readonly thread: string;
  readonly python: Python;
  readonly faults: RunFaults;
}

export function substituteFor(value: Value, { configuration, secrets }: ProviderContext): Value {
  return substitute(value, { configuration, secrets });
}
