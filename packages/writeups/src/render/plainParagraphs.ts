/**
 * Paragraphs of plain words, written without the parser: most entries of a timeline are just that, and reading each with
 * the whole grammar costs a third of a millisecond. Only what can mean nothing else is taken; a property test compares
 * with the full renderer.
 */

/** Letters, digits, and signs that mean nothing inside a line; an underscore only within a word. */
const word = String.raw`\p{L}\p{N}`;
const sign = String.raw` ,;:.?!'"()%#$^=+/{}’“”€–—-`;
const plain = `(?:[${word}${sign}]|(?<=[A-Za-z0-9])_(?=[A-Za-z0-9]))`;
const strong = String.raw`(?<=^|[ (])\*\*[${word}](?:${plain}*[${word}])?\*\*(?=$|[ ,;:.?!)])`;
const code = "(?<!`)`[^`\\s\\p{C}](?:[^`\\n\\p{C}]*[^`\\s\\p{C}])?`(?!`)";

/** Starts with a letter, or with a number that begins no list, and ends in no blank. */
const line = new RegExp(String.raw`^(?=\p{L}|\d+[^\d.)])(?:${plain}|${strong}|${code})+(?<! )$`, "u");

/** Addresses become links wherever they stand; in a paragraph of the longest kind the full renderer puts breaks. */
const address = /www|:\/\/|@/i;
const longest = 10_000;

const marked = new RegExp(`${code}|\\*\\*`, "gu");

/** The HTML of a text that is plain paragraphs, otherwise undefined. */
export function plainParagraphs(markdown: string): string | undefined {
  if (markdown.length > longest || address.test(markdown)) return undefined;
  const text = markdown.replace(/\n+$/, "");
  const paragraphs = text.split(/\n{2,}/);
  if (!paragraphs.every((paragraph) => paragraph.split("\n").every((one) => line.test(one))))
    return undefined;
  return paragraphs.map((paragraph) => `<p>${paragraph.split("\n").map(inline).join("\n")}</p>`).join("\n");
}

function inline(text: string): string {
  let opens = false;
  return text.replaceAll(marked, (found) => {
    if (found !== "**") return `<code>${escaped(found.slice(1, -1))}</code>`;
    opens = !opens;
    return opens ? "<strong>" : "</strong>";
  });
}

/** As the full renderer writes them. */
function escaped(text: string): string {
  return text.replaceAll("&", "&#x26;").replaceAll("<", "&#x3C;");
}
