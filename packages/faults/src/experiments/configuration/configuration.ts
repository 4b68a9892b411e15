import { type Dictionary, get, isDictionary, isTruthy, type Value } from "../values/index.ts";
import { convert, VariableFailed } from "./convert.ts";

/** The environment that documents name. Values never reach a message. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The configuration with its environment variables read (chaoslib.configuration.load_configuration). Variables replace entries of the
 * same name and are otherwise dropped, as in the original. Dynamic entries ({"type": "probe", …}) stay: `isDynamic` finds them.
 * @throws VariableFailed
 */
export function loadConfiguration(
  described: Dictionary,
  environment: Environment,
  variables: Dictionary = {},
): Dictionary {
  return Object.fromEntries(
    Object.entries(described).map(([key, value]) => [
      key,
      loadEntry(key, get(variables, key) ?? (Object.hasOwn(variables, key) ? null : value), environment),
    ]),
  );
}

function loadEntry(key: string, value: Value, environment: Environment): Value {
  if (!isDictionary(value) || get(value, "type") !== "env") return value;
  const what = `configuration.${key}`;
  const name = environmentName(value, what);
  const found = environment[name];
  if (found === undefined && !Object.hasOwn(value, "default"))
    throw new VariableFailed(
      "variable.environment-missing",
      `${what}: the environment has no variable ${name}, and there is no default.`,
    );
  return convert(get(value, "env_var_type"), found ?? get(value, "default") ?? null, what);
}

/** The name under `key`. @throws VariableFailed */
export function environmentName(described: Dictionary, what: string): string {
  const name = get(described, "key");
  if (typeof name === "string") return name;
  throw new VariableFailed("variable.key-missing", `${what}: "key" must name an environment variable.`);
}

/** An entry that is read by a probe when the run starts. */
export function isDynamic(value: Value): value is Dictionary {
  return isDictionary(value) && get(value, "type") === "probe";
}

/** Runs the probe of a dynamic entry; its output is an http or process result, or what the Python function gave. */
export type RunConfigurationProbe = (probe: Dictionary, configuration: Dictionary) => Promise<Value>;

/**
 * Reads the dynamic entries in their order, each with the configuration before it (chaoslib load_dynamic_configuration). An entry whose
 * probe fails, or whose process exits with another status than 0, is left out: `failed` says which.
 */
export async function loadDynamicConfiguration(
  configuration: Dictionary,
  run: RunConfigurationProbe,
): Promise<{ configuration: Dictionary; failed: string[] }> {
  const loaded: Record<string, Value> = {};
  const failed: string[] = [];
  for (const [key, value] of Object.entries(configuration)) {
    if (!isDynamic(value)) loaded[key] = value;
    else {
      const result = await dynamicValue(value, { ...loaded }, run);
      if (result === undefined) failed.push(key);
      else loaded[key] = result;
    }
  }
  return { configuration: loaded, failed };
}

async function dynamicValue(
  probe: Dictionary,
  configuration: Dictionary,
  run: RunConfigurationProbe,
): Promise<Value | undefined> {
  const output = await run(probe, configuration).catch(() => undefined);
  if (output === undefined) return undefined;
  const provider = get(probe, "provider");
  const type = isDictionary(provider) ? get(provider, "type") : undefined;
  if (type === "python" || type === "morrow") return output;
  if (!isDictionary(output)) return undefined;
  if (type === "http") return get(output, "body") ?? null;
  if (isTruthy(get(output, "status"))) return undefined;
  const printed = get(output, "stdout") ?? "";
  return typeof printed === "string" ? printed.trim() : undefined;
}
