/** Lines of imported chat: what somebody said in the moment is evidence, not the author's account. */

const clock = String.raw`\[?(?:\d{4}-\d\d-\d\d[T ])?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?Z?(?: ?[AaPp][Mm])?(?: UTC)?\]?`;
const nick = String.raw`(?:<[@+%&~ ]?[\w.[\]\\^{}|-]+>|&lt;[@+%&~ ]?[\w.-]+&gt;|@?[a-z][\w.-]{1,30}:(?=\s))`;
const list = String.raw`^\s*(?:[-*+]\s+|\d+[.)]\s+)?`;
const spoken = new RegExp(`${list}(?:${clock}\\s*[-|]?\\s*${nick}|<[@+%&~ ]?[\\w.-]+>\\s)`, "u");
/** A copied Slack message: a name and a clock alone on a line, the message below. */
const slackHead =
  /^\s*[\w.@'-]+(?: [\w.'-]+){0,2} {1,2}(?:\[\d{1,2}:\d\d(?: ?[AP]M)?\]|\d{1,2}:\d\d ?[AP]M)\s*$/u;

export type Range = readonly [start: number, end: number];

/** Ranges of the Markdown that are chat. */
export function chatRanges(markdown: string): Range[] {
  const ranges: Range[] = [];
  let inMessage = false;
  let at = 0;
  for (const line of markdown.split("\n")) {
    if (line.trim() === "") inMessage = false;
    else if (slackHead.test(line)) inMessage = true;
    if (inMessage || spoken.test(line)) ranges.push([at, at + line.length]);
    at += line.length + 1;
  }
  return ranges;
}
