import { readFileSync } from "node:fs";

import { LoadFailed } from "../document/index.ts";
import { parseByExtension } from "../document/parse.ts";
import { ExperimentRefused } from "../failures.ts";
import { type Dictionary, get, isDictionary } from "../values/index.ts";

/**
 * Controls that apply to every experiment: those of the settings, then those of control files, mappings of name → control. Files that
 * can't be parsed are left out, as in the original; `note` hears why. @throws ExperimentRefused for a file that is not there
 */
export function loadGlobalControls(
  settings: Dictionary,
  files: readonly string[],
  note: (message: string) => void,
): Dictionary[] {
  const declared = get(settings, "controls");
  const found = isDictionary(declared) ? named(declared) : [];
  for (const file of files) found.push(...controlsOf(file, note));
  return found;
}

function controlsOf(file: string, note: (message: string) => void): Dictionary[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    throw new ExperimentRefused(`The control file ${file} can't be read.`, { cause: error });
  }
  try {
    const parsed = text === "" ? null : parseByExtension(file, text);
    return isDictionary(parsed?.value) ? named(parsed.value) : [];
  } catch (error) {
    if (!(error instanceof LoadFailed)) throw error;
    note(`The control file is left out. ${error.message}`);
    return [];
  }
}

function named(controls: Dictionary): Dictionary[] {
  return Object.entries(controls).flatMap(([name, control]) =>
    isDictionary(control) ? [{ ...control, name }] : [],
  );
}
