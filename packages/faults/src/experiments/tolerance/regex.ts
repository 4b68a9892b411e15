/** A pattern that Python's re refuses, or that JavaScript can't express. */
export class PatternFailed extends Error {
  override readonly name = "PatternFailed";
  readonly kind: "invalid" | "untranslatable";

  constructor(kind: PatternFailed["kind"], message: string, options?: ErrorOptions) {
    super(message, options);
    this.kind = kind;
  }
}

/** @throws PatternFailed */
export function translatePattern(pattern: string): RegExp {
  try {
    return new RegExp(pattern.replaceAll("(?P<", "(?<"), "u");
  } catch (error) {
    throw new PatternFailed("invalid", `The pattern ${pattern} is invalid.`, { cause: error });
  }
}
