import { LoadFailed, parseByExtension } from "../document/parse.ts";
import { type Dictionary, get, isDictionary, isTruthy, type Value } from "../values/index.ts";
import { convert, VariableFailed } from "./convert.ts";

/** `--var name[:type]=value`, repeated: the last one of a name counts. @throws VariableFailed */
export function parseVariables(given: readonly string[]): Dictionary {
  const variables: Record<string, Value> = {};
  for (const one of given) {
    const equalsAt = one.indexOf("=");
    if (equalsAt === -1)
      throw new VariableFailed("variable.format", "A variable is given as name=value or name:type=value.");
    const left = one.slice(0, equalsAt);
    const colonAt = left.lastIndexOf(":");
    const name = colonAt === -1 ? left : left.slice(0, colonAt);
    const type = colonAt === -1 ? undefined : left.slice(colonAt + 1);
    variables[name] = convert(type, one.slice(equalsAt + 1), name);
  }
  return variables;
}

export type VariableFile =
  /** Entries of configuration and secrets, in the form that experiments describe them. */
  | { readonly kind: "entries"; readonly configuration: Dictionary; readonly secrets: Dictionary }
  /** Variables for the environment. */
  | { readonly kind: "environment"; readonly variables: Readonly<Record<string, string>> }
  /** Chaos Toolkit goes on without such a file; the reason is for the person. */
  | { readonly kind: "skipped"; readonly because: string };

/** What a `--var-file` holds, by its extension: .json, .yaml, .yml, otherwise lines of NAME=value. @throws VariableFailed */
export function readVariableFile(name: string, content: string): VariableFile {
  if (content === "") return { kind: "skipped", because: `${name} is empty.` };
  let data: Value | undefined;
  try {
    data = parseByExtension(name, content)?.value;
  } catch (error) {
    if (!(error instanceof LoadFailed)) throw error;
    return { kind: "skipped", because: error.message };
  }
  if (!isTruthy(data)) return { kind: "environment", variables: readEnvironmentLines(name, content) };
  return {
    kind: "entries",
    configuration: entries(data, "configuration", name),
    secrets: entries(data, "secrets", name),
  };
}

function entries(data: Value | undefined, key: string, name: string): Dictionary {
  const found = isDictionary(data) ? (get(data, key) ?? {}) : null;
  if (isDictionary(found)) return found;
  throw new VariableFailed(
    "variable.format",
    `${name}: it must be a mapping with the keys configuration and secrets, each of them a mapping.`,
  );
}

function readEnvironmentLines(name: string, content: string): Record<string, string> {
  const variables: Record<string, string> = {};
  for (const line of content.split("\n").map((one) => one.trim())) {
    if (line === "" || line.startsWith("#")) continue;
    const at = line.indexOf("=");
    if (at === -1)
      throw new VariableFailed("variable.format", `${name}: each line is NAME=value, or a comment after #.`);
    variables[line.slice(0, at)] = line.slice(at + 1);
  }
  return variables;
}
