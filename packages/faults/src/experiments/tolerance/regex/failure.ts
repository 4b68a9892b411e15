/** A pattern that Python's re refuses ("invalid"), or that JavaScript can't express. */
export class PatternFailed extends Error {
  override readonly name = "PatternFailed";
  readonly kind: "invalid" | "untranslatable";

  constructor(kind: PatternFailed["kind"], message: string) {
    super(message);
    this.kind = kind;
  }
}
