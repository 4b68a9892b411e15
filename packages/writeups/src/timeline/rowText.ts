/** Marks that may be left open by cutting the time off the front of a text. */
const marks = ["**", "__", "~~", "*", "_", "`"] as const;

function openMark(head: string): string | null {
  for (const mark of marks) {
    const count = head.split(mark).length - 1;
    if (count % 2 === 1) return mark;
  }
  return null;
}

/**
 * The Markdown after a time: separators, brackets and emphasis that belonged to the time are taken off.
 * `**16:58 UTC** - Deploy` → `Deploy`; `**16:58 Deploy**` → `Deploy`; `[16:58](https://…): Deploy` → `Deploy`.
 */
export function textAfter(text: string, to: number): string {
  const head = text.slice(0, to);
  let rest = text.slice(to);
  let mark = openMark(head);
  let bracket = (head.match(/\[/g)?.length ?? 0) > (head.match(/\]/g)?.length ?? 0);
  for (let guard = 0; guard < 12; guard += 1) {
    const before = rest;
    rest = rest.replace(/^(?:[\s:|–—,;)>]|[-~](?=\s|[-–]|$)|[.](?=\s|$)|\((?:local time)\))+/i, "");
    if (mark !== null && rest.startsWith(mark)) {
      rest = rest.slice(mark.length);
      mark = null;
    }
    if (bracket && rest.startsWith("]")) {
      rest = rest.replace(/^\](?:\([^)\s]*\))?/, "");
      bracket = false;
    }
    rest = rest.replace(/^-(?=[A-Za-z*[`])/, "");
    // The same time once more in another zone: `21:48 (6:48 PDT): …`.
    rest = rest.replace(/^\(\d{1,2}:\d{2}[^()]{0,14}\)/, "");
    if (rest === before) break;
  }
  if (mark !== null) rest = withoutFirst(rest, mark);
  // A link that spans time and text keeps its words only.
  if (bracket) rest = rest.replace(/\](?:\([^)\s]*\))?/, "");
  return rest.trim();
}

/** Emphasis that spans time and text loses its end together with its beginning. */
function withoutFirst(text: string, mark: string): string {
  const at = text.indexOf(mark);
  return at < 0 ? text : (text.slice(0, at) + text.slice(at + mark.length)).trimEnd();
}
