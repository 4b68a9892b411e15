/**
 * A tolerance that can't be compared with the value. Chaos Toolkit raises a Python exception here that nothing catches: the run stops
 * without rollbacks and without a journal. `because` names that exception.
 */
export class ToleranceFailed extends Error {
  override readonly name = "ToleranceFailed";
  readonly because: "TypeError" | "AttributeError" | "KeyError" | "ValueError" | "InvalidOperation" | "error";

  constructor(because: ToleranceFailed["because"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.because = because;
  }
}
