export type {
  Activity,
  Control,
  Experiment,
  HttpProvider,
  Hypothesis,
  MorrowEnd,
  MorrowFault,
  MorrowProvider,
  MorrowSettings,
  ProcessProvider,
  Provider,
  PythonProvider,
  Reference,
  Step,
} from "./experiment.ts";
export { type LoadCode, LoadFailed } from "./failure.ts";
export { type LoadedDocument, loadDocument, type LoadOptions } from "./load.ts";
export { readActivity, readExperiment, UnreadableExperiment } from "./read.ts";
