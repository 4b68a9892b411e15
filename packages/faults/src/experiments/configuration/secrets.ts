import { type Dictionary, get, isDictionary, type Value } from "../values/index.ts";
import { type Environment, environmentName } from "./configuration.ts";
import { VariableFailed } from "./convert.ts";

/**
 * The secrets with their environment variables read (chaoslib.secret.load_secrets): groups of names, at any depth. Variables replace
 * whole mappings of the same name. @throws VariableFailed
 */
export function loadSecrets(
  described: Dictionary,
  environment: Environment,
  variables: Dictionary = {},
  path = "secrets",
): Dictionary {
  return Object.fromEntries(
    Object.entries(described).map(([key, value]) => [
      key,
      loadSecret(value, environment, get(variables, key) ?? null, `${path}.${key}`),
    ]),
  );
}

function loadSecret(value: Value, environment: Environment, variable: Value, path: string): Value {
  if (!isDictionary(value)) return value;
  if (variable !== null) return variable;
  switch (get(value, "type")) {
    case "env": {
      const name = environmentName(value, path);
      const found = environment[name];
      if (found === undefined)
        throw new VariableFailed(
          "variable.environment-missing",
          `${path}: the environment has no variable ${name}.`,
        );
      return found;
    }
    case "vault":
      throw new VariableFailed(
        "variable.vault",
        `${path}: Morrow does not read Vault. Put the secret into an environment variable and say {"type": "env", "key": "NAME"}.`,
      );
    default:
      return loadSecrets(value, environment, {}, path);
  }
}
