export { validateExperiment } from "./experiment.ts";
export type { Problem, Validation } from "./findings.ts";
export {
  findExecutable,
  type KnownFault,
  type PythonAnswer,
  type PythonFinding,
  type PythonModules,
  type PythonRequest,
  type ValidationHost,
} from "./host.ts";
