const none: readonly RegExpExecArray[] = [];

/**
 * Every match of a global pattern. Unlike `matchAll` it does not copy the pattern on each call: a document is some
 * hundred sentences times a hundred patterns, nearly all without a match.
 */
export function matchesOf(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return none;
  const found: RegExpExecArray[] = [];
  while (match !== null) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex += 1;
    match = pattern.exec(text);
  }
  return found;
}
