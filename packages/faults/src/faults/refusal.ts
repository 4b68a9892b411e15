/** Stable codes of why a fault was not made; nothing was touched. */
export type RefusalCode =
  | "fault.unknown"
  | "fault.arguments"
  | "fault.unsupported"
  | "fault.halted"
  | "fault.overlaps"
  | "selection.empty"
  | "selection.missing"
  | "selection.too-wide"
  | "limit.blast-radius"
  | "limit.duration"
  | "limit.floor"
  | "limit.last-healthy"
  /** Undo could not be made certain: no record, no guard. */
  | "undo.unavailable";

/** A fault that was not made, with the reason and the remedy in words for a person. */
export class FaultRefused extends Error {
  override readonly name = "FaultRefused";
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** A fault that could not be applied, or only in part; what was done is undone by its steps. */
export class FaultFailed extends Error {
  override readonly name = "FaultFailed";
}
