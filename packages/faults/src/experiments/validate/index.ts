export { validateExperiment } from "./experiment.ts";
export { InvalidExperiment, type Problem, type Validation } from "./findings.ts";
export {
  findExecutable,
  type KnownFault,
  type PythonAnswer,
  type PythonFinding,
  type PythonModules,
  type PythonRequest,
  type ValidationHost,
} from "./host.ts";
