import {
  isDynamic,
  loadConfiguration,
  loadDynamicConfiguration,
  loadSecrets,
  VariableFailed,
} from "../configuration/index.ts";
import { readActivity } from "../document/index.ts";
import { ExperimentRefused } from "../failures.ts";
import type { RunFaults } from "../providers/morrow.ts";
import type { Python } from "../providers/python/index.ts";
import { runProvider } from "../providers/index.ts";
import { type Dictionary, get, isDictionary } from "../values/index.ts";
import { copyDictionary, type MutableDictionary } from "../values-in-place.ts";

export interface Prepared {
  readonly configuration: MutableDictionary;
  readonly secrets: MutableDictionary;
  /** Dynamic entries whose probe failed; the run goes on without them. */
  readonly failed: readonly string[];
}

/** What `--var` and `--var-file` said. */
export interface GivenVariables {
  readonly configuration: Dictionary;
  readonly secrets: Dictionary;
}

/** Reads configuration and secrets, and runs the probes of dynamic configuration. @throws ExperimentRefused */
export async function prepareVariables(
  experiment: Dictionary,
  given: GivenVariables,
  environment: NodeJS.ProcessEnv,
  parts: { readonly python: Python; readonly faults: RunFaults; readonly signal: AbortSignal },
): Promise<Prepared> {
  const [described, secrets] = loaded(experiment, given, environment);
  for (const value of Object.values(described)) if (isDynamic(value)) giveSecrets(value, secrets);
  const { configuration, failed } = await loadDynamicConfiguration(described, async (probe, before) => {
    const hasVariables = Object.keys(before).length > 0 || Object.keys(secrets).length > 0;
    const context = { configuration: before, secrets, hasVariables, environment, thread: "main", ...parts };
    return runProvider(readActivity(probe, "configuration"), context);
  });
  return { configuration: copyDictionary(configuration), secrets, failed };
}

function loaded(
  experiment: Dictionary,
  given: GivenVariables,
  environment: NodeJS.ProcessEnv,
): [Dictionary, MutableDictionary] {
  const section = (key: string): Dictionary => {
    const value = get(experiment, key);
    return isDictionary(value) ? value : {};
  };
  try {
    return [
      loadConfiguration(section("configuration"), environment, given.configuration),
      copyDictionary(loadSecrets(section("secrets"), environment, given.secrets)),
    ];
  } catch (error) {
    if (error instanceof VariableFailed) throw new ExperimentRefused(error.message, { cause: error });
    throw error;
  }
}

/** The original lets every dynamic probe have all secrets, and writes that into the document. */
function giveSecrets(probe: Dictionary, secrets: Dictionary): void {
  const provider = get(probe, "provider");
  if (!isDictionary(provider)) return;
  const own: MutableDictionary = provider;
  own["secrets"] = copyDictionary(secrets);
}
