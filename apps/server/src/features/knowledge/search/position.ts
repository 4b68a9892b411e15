/** Where a page ended: the score and number of its last document, or the time of it when listing without words. */
export interface Position {
  readonly score: number;
  readonly doc: number;
}

/** Text for the next request; says nothing to a person. */
export function writePosition({ score, doc }: Position): string {
  return Buffer.from(`${score}/${doc}`).toString("base64url");
}

/** Reads what `writePosition` wrote; anything else is undefined, which starts from the beginning. */
export function readPosition(text: string | undefined): Position | undefined {
  if (text === undefined) return undefined;
  const [score, doc] = Buffer.from(text, "base64url").toString("utf8").split("/").map(Number);
  if (score === undefined || doc === undefined || !Number.isFinite(score) || !Number.isSafeInteger(doc))
    return undefined;
  return { score, doc };
}
