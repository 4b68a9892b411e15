/** Cuts a text to at most `most` UTF-16 units, at a blank where one is near, and shows that it was cut. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const blank = cut.search(/\s\S*$/u);
  const end = blank > most * 0.8 ? cut.slice(0, blank) : cut;
  // A cut through a surrogate pair leaves half of it.
  return `${end.replace(/[\uD800-\uDBFF]$/u, "")}…`;
}

/** One line, blanks collapsed. */
export function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}
