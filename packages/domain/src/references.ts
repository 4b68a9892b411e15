/** Short, stable references that people say aloud: INC-142, CM-12. */
export type ReferencePrefix = "INC" | "CM";

export function formatReference(prefix: ReferencePrefix, number: number): string {
  return `${prefix}-${number}`;
}

/** @returns the number, or null when the text is not such a reference (case does not matter) */
export function parseReference(prefix: ReferencePrefix, text: string): number | null {
  const match = new RegExp(`^${prefix}-([1-9][0-9]{0,8})$`, "i").exec(text.trim());
  return match?.[1] === undefined ? null : Number(match[1]);
}
