export {
  type Environment,
  isDynamic,
  loadConfiguration,
  loadDynamicConfiguration,
  type RunConfigurationProbe,
} from "./configuration.ts";
export { convert, type VariableCode, VariableFailed } from "./convert.ts";
export { loadSecrets } from "./secrets.ts";
export { parseVariables, readVariableFile, type VariableFile } from "./variables.ts";
