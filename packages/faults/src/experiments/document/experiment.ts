import type { Dictionary, Value } from "../values/index.ts";

/**
 * A Chaos Toolkit experiment after parsing. `document` is always the original mapping, untouched: the journal copies it field for field.
 * Fields of type `Value` may still hold `${names}`; which of them are substituted, and when, is said beside each.
 */
export interface Experiment {
  readonly document: Dictionary;
  /** As text. Substituted by the run. */
  readonly title: string;
  readonly configuration: Dictionary;
  readonly secrets: Dictionary;
  readonly hypothesis: Hypothesis | null;
  readonly method: readonly Step[];
  readonly rollbacks: readonly Step[];
  readonly controls: readonly Control[];
  /** Null without a `runtime` block; a block resets the strategy it does not name to "default". */
  readonly runtime: { readonly rollbacks: string; readonly hypothesis: string } | null;
  /** What Morrow adds: the entry named "morrow" of `extensions`. */
  readonly morrow: MorrowSettings;
}

export interface Hypothesis {
  readonly document: Dictionary;
  readonly title: string;
  readonly probes: readonly Step[];
  readonly controls: readonly Control[];
}

/** What stands in a method, a hypothesis or among rollbacks. */
export type Step = Activity | Reference;

/** The activity of that name in method or hypothesis; of several the last one counts, the hypothesis after the method. */
export interface Reference {
  readonly kind: "reference";
  readonly document: Dictionary;
  readonly name: string;
  /** Counts here, not at the activity that is named. */
  readonly background: boolean;
  /** In a hypothesis it counts here, not at the activity that is named. */
  readonly tolerance: Value | undefined;
}

export interface Activity {
  readonly kind: "activity";
  readonly document: Dictionary;
  readonly type: "probe" | "action";
  readonly name: string;
  readonly provider: Provider;
  readonly background: boolean;
  /** Seconds, substituted. `before` is outside of the duration. */
  readonly pauses: { readonly before: Value; readonly after: Value };
  /** Undefined when there is none. A string is substituted before it is compared. */
  readonly tolerance: Value | undefined;
  readonly controls: readonly Control[];
  /** True when the activity has a `dry` of its own, which in Chaos Toolkit 1.19 always means: not dry, whatever it says. */
  readonly neverDry: boolean;
}

export type Provider = HttpProvider | ProcessProvider | PythonProvider | MorrowProvider;

export interface HttpProvider {
  readonly type: "http";
  /** Substituted. */
  readonly url: Value;
  readonly method: string;
  /** A mapping or null. Substituted. */
  readonly headers: Value;
  /** Substituted. Undefined and null mean none. */
  readonly arguments: Value | undefined;
  /** Seconds, or [connect, read]. Substituted. Null means forever. */
  readonly timeout: Value;
  readonly verifyTls: boolean;
  readonly maxRetries: number;
}

export interface ProcessProvider {
  readonly type: "process";
  /** Not substituted. */
  readonly path: string;
  /** A string means a shell; a mapping is flattened to key, value. Substituted. */
  readonly arguments: Value;
  /** Seconds; not substituted. */
  readonly timeout: Value;
}

export interface PythonProvider {
  readonly type: "python";
  readonly module: string;
  readonly func: string;
  /** Substituted. */
  readonly arguments: Dictionary;
  /** Names of groups of secrets that the function gets; null when the key is missing. */
  readonly secrets: Value | null;
}

/** A fault of Morrow's own, or the end of one. */
export type MorrowProvider = MorrowFault | MorrowEnd;

export interface MorrowFault {
  readonly type: "morrow";
  readonly kind: "fault";
  readonly fault: string;
  /** Predicates over processes, or null. Substituted, as everything here but `fault`. */
  readonly select: Dictionary | null;
  readonly arguments: Dictionary;
  /** Seconds. Null takes the experiment's, then Morrow's default. */
  readonly duration: Value;
  /** A count, "50%" or "all". */
  readonly take: Value;
  readonly limits: Dictionary | null;
}

export interface MorrowEnd {
  readonly type: "morrow";
  readonly kind: "end";
  /** Name of the activity whose fault ends. */
  readonly end: string;
}

export interface Control {
  readonly document: Dictionary;
  readonly name: string | null;
  /** Name of a control of the experiment. */
  readonly ref: string | null;
  readonly scope: "before" | "after" | null;
  readonly automatic: boolean;
  /** Null for controls that are not Python's; those do nothing. */
  readonly python: { readonly module: string; readonly arguments: Dictionary } | null;
}

export interface MorrowSettings {
  /** Probes with a tolerance, checked throughout; the first one that is not met stops the run. */
  readonly stop: readonly Activity[];
  /** Seconds between two checks of a stop condition. */
  readonly frequency: number;
  readonly limits: Dictionary | null;
  /** Seconds; the default for faults that say none. */
  readonly duration: Value;
}
