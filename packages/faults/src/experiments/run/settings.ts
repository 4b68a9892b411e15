import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

import { LoadFailed } from "../document/index.ts";
import { parseYamlDocument } from "../document/parse.ts";
import { type Dictionary, get, isDictionary, pythonText } from "../values/index.ts";

export const defaultSettingsPath = join(homedir(), ".chaostoolkit", "settings.yaml");

/** Chaos Toolkit's settings; empty without the file, or when it is no YAML (`note` hears why). */
export function loadSettings(path: string, note: (message: string) => void): Dictionary {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return {};
  }
  try {
    const { value } = parseYamlDocument(text, path);
    return isDictionary(value) ? value : {};
  } catch (error) {
    if (!(error instanceof LoadFailed)) throw error;
    note(`The settings are left out. ${error.message}`);
    return {};
  }
}

/** Authorization headers for loading experiments, by host and port. */
export function authorizationsIn(settings: Dictionary): Record<string, string> {
  const auths = get(settings, "auths");
  return Object.fromEntries(
    Object.entries(isDictionary(auths) ? auths : {}).flatMap(([host, auth]) =>
      isDictionary(auth)
        ? [[host, `${pythonText(get(auth, "type") ?? "")} ${pythonText(get(auth, "value") ?? "")}`]]
        : [],
    ),
  );
}
