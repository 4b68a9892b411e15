const fence = /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n[\s\S]*?\n(?:---|\+\+\+|\.\.\.)[ \t]*(?=\r?\n|$)/u;

/** The Markdown with its front matter blanked out, every offset kept. Front matter is data, not prose. */
export function blankFrontMatter(markdown: string): string {
  const found = fence.exec(markdown)?.[0];
  if (found === undefined || !/^[\w-]+\s*[:=]/mu.test(found)) return markdown;
  return found.replaceAll(/[^\n\r]/gu, (unit) => " ".repeat(unit.length)) + markdown.slice(found.length);
}
