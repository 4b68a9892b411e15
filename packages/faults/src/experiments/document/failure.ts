export type LoadCode =
  | "document.missing"
  | "document.unreadable"
  | "document.extension"
  | "document.scheme"
  | "document.fetch"
  | "document.content-type"
  | "document.too-large"
  | "document.too-deep"
  | "document.too-many-values"
  | "document.cyclic"
  | "document.syntax";

/** A source that is no document: one sentence that says where and why. Nothing was run. */
export class LoadFailed extends Error {
  override readonly name = "LoadFailed";
  readonly code: LoadCode;

  constructor(code: LoadCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
