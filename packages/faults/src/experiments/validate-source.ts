import { loadDocument, type LoadedDocument } from "./document/index.ts";
import { Python } from "./providers/python/index.ts";
import { validationHost } from "./providers/validation-host.ts";
import { fetchUnverified } from "./run/fetch-unverified.ts";
import { authorizationsIn, defaultSettingsPath, loadSettings } from "./run/settings.ts";
import { type Problem, validateExperiment, type Validation } from "./validate/index.ts";

export interface ValidateOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Chaos Toolkit's settings: who may read which address. */
  readonly settings?: string | undefined;
  readonly verifyTls: boolean;
}

/**
 * Loads a file or address and says everything about it, as this machine sees it. Imports the Python modules that it names, and runs nothing
 * else. @throws LoadFailed
 */
export async function validateSource(source: string, options: ValidateOptions): Promise<Validation> {
  const { environment } = options;
  const settings = loadSettings(options.settings ?? defaultSettingsPath, () => undefined);
  const token = environment["CHAOSTOOLKIT_LOADER_AUTH_BEARER_TOKEN"];
  const document = await loadDocument(source, {
    authorizations: authorizationsIn(settings),
    ...(token === undefined || token === "" ? {} : { bearerToken: token }),
    ...(options.verifyTls ? {} : { fetch: fetchUnverified }),
  });
  const python = new Python({ environment, onLog: () => undefined, onSignal: () => undefined });
  try {
    const validation = await validateExperiment(
      document.value,
      await validationHost(document.value, python, environment),
    );
    return { ...validation, warnings: [...duplicateKeys(document), ...validation.warnings] };
  } finally {
    await python.close();
  }
}

function duplicateKeys({ duplicates }: LoadedDocument): Problem[] {
  return duplicates.map(({ key, line }) => ({
    code: "document.duplicate-key",
    path: `line ${line}`,
    message: `The key "${key}" stands twice in one mapping; the last one counts.`,
    remedy: "Remove one of them.",
  }));
}
