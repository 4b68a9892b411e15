/** An activity failed in the way Chaos Toolkit expects of activities: it is noted in the journal and the method goes on. */
export class ActivityFailed extends Error {
  override readonly name = "ActivityFailed";
  /** Lines of the exception's trace for the journal, without the last one; they end in newlines as Python's do. */
  readonly trace: readonly string[];

  constructor(message: string, options: ErrorOptions & { trace?: readonly string[] } = {}) {
    super(message, options);
    this.trace = options.trace ?? [];
  }
}

/** A control asked for the end of the run. */
export class InterruptExecution extends Error {
  override readonly name = "InterruptExecution";
}

/** Python code left the process: sys.exit (with its code) or KeyboardInterrupt. */
export class ExitRequested extends Error {
  override readonly name = "ExitRequested";
  readonly code: number | "keyboard";

  constructor(code: number | "keyboard") {
    super(code === "keyboard" ? "KeyboardInterrupt" : `SystemExit ${code}`);
    this.code = code;
  }
}

/** The experiment can't be run as it is given; nothing was executed. */
export class ExperimentRefused extends Error {
  override readonly name: string = "ExperimentRefused";
}

/** What ends a run from outside: a signal of the process, or Morrow itself when a stop condition or the halt file says so. */
export type InterruptionReason =
  | { readonly kind: "signal"; readonly signal: InterruptionSignal }
  | { readonly kind: "stopped"; readonly by: "condition" | "halt"; readonly because: string };

export type InterruptionSignal = "SIGINT" | "SIGTERM" | "SIGUSR1" | "SIGUSR2";

/** The reason that abort signals of a run carry. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  readonly reason: InterruptionReason;

  constructor(reason: InterruptionReason) {
    super(reason.kind === "signal" ? `${reason.signal} was received` : reason.because);
    this.reason = reason;
  }
}
