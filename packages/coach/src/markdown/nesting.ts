const deep = /^(?:[ \t]*(?:[-*+>]|\d{1,9}[.)])[ \t]+){30,}.*$/gmu;

/**
 * The Markdown with lines blanked that open thirty or more lists or quotes at once, every offset kept. Nobody writes
 * them, and parsing thousands of nested lists takes minutes.
 */
export function blankDeepNesting(markdown: string): string {
  return markdown.replaceAll(deep, (line) => " ".repeat(line.length));
}
