const presentation = /<\/?(?:span|font|u|small|big|mark|ins)(?:\s[^<>]{0,500})?>/gi;
const strong = /<\/?(?:strong|b)(?:\s[^<>]{0,200})?>/gi;
const slanted = /<\/?(?:em|i)(?:\s[^<>]{0,200})?>/gi;
const anyTag = /<\/?[a-z][^<>]{0,500}>/gi;

/** Tags that only colour or stress words, as the Markdown that says the same or nothing. */
export const withoutInlineTags = (line: string): string =>
  line.includes("<") ? line.replace(presentation, "").replace(strong, "**").replace(slanted, "*") : line;

const bare = (html: string): string =>
  html.replace(anyTag, "").replaceAll("&nbsp;", " ").replaceAll("&amp;", "&").trim();

/** `<h2>Timeline</h2>` alone on its line. */
export function headingOfHtml(line: string): { level: number; text: string } | null {
  const found = /^\s{0,3}<h([1-6])(?:\s[^<>]{0,200})?>(.{1,300}?)<\/h\1>/i.exec(line);
  const text = bare(found?.[2] ?? "");
  return found && text !== "" ? { level: Number(found[1]), text } : null;
}

/** The list items that begin on a line, without their tags. */
export function itemsOfHtml(line: string): string[] {
  if (!/<li[\s>]/i.test(line)) return [];
  return line
    .split(/(?=<li[\s>])/i)
    .filter((piece) => /^<li[\s>]/i.test(piece))
    .map(bare)
    .filter((text) => text !== "");
}

/** The words of a line that begins with `<p>`, `<ul>` or the like and goes on as text. */
export const textOfHtml = (line: string): string =>
  /^\s{0,3}<\/?(?:p|ul|ol|div|br)(?:[\s/>])/i.test(line) && !/<(?:img|iframe|video|table)\b/i.test(line)
    ? bare(line)
    : "";
