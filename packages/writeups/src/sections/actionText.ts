/** What a line of an action says besides its text. */
export interface ActionParts {
  text: string;
  owner?: string;
  due?: string;
  state?: "open" | "done";
  ticket?: string;
}

const doneSign =
  /^(?:✅|☑️?|✔️?|\[[xX✓✔]\]|~~|(?:\*\*)?\(?(?:done|completed?|fixed|resolved|closed|shipped)\)?(?:\*\*)?\s*[:–—-])\s*/iu;
const doneTail =
  /\s*[([](?:done|completed?|fixed|shipped|closed|already done)[)\]]\.?\s*$|\s+(?:✅|✔️?)\s*$|\s[–—-]\s(?:done|completed?)\.?$/iu;
const openSign = /^(?:❌|⏳|🔄|🚧|\[ \]|(?:todo|open|in progress|wip)\s*[:–—-])\s*/iu;

const ownerPhrase =
  /\s*[[(]?\b(?:owner|assignee|assigned to|responsible|dri|who)\b\s*(?:\*\*)?:(?:\*\*)?\s*(@?[\w-]+(?:\.[\w-]+)*(?: [A-Z][\w'-]+)?(?:\s*,\s*@[\w.-]+)*|\[[^\]]+\]\([^)]*\))[\])]?\.?/iu;
const ownerTail =
  /\s*(?:[([]\s*(@[\w.-]+(?:\s*,\s*@[\w.-]+)*)\s*[)\]]|(?:[–—-]|\/cc|by)\s+(?:(@[\w.-]+)|\[~([\w.-]+)\]))\.?\s*$/u;
const ownerHead = /^(?:\*\*)?(@[\w.-]+)(?:\*\*)?\s*(?:[:–—-]\s*|\b(?:to|will)\b\s+)/u;

const duePhrase =
  /\s*[[(]?\b(?:due|deadline|target(?: date)?|eta|by date)\b\s*(?:date)?\s*(?:\*\*)?:?(?:\*\*)?\s*(\d{4}-\d{2}-\d{2}|Q[1-4]\s?\d{4}(?:\s*-\s*Q[1-4]\s?\d{4})?|(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?)[\])]?\.?/iu;

const notTickets =
  /^(?:UTF|SHA|COVID|ISO|RFC|HTTP|MD|AES|SEV|P|TLS|SSL|IPV|UTC|GMT|CVE|EC|US|EU|AP|CA|SA|AF|ME|Q|H|X|S|RAID|ES|PHP|GPT|ARM|UTF8|BASE|PM|AM|DNS|S3|MI|US1|WIN|CORE|TOP|APPENDIX|TIER|LEVEL|ZONE|AZ)-\d/;
const jiraKey = /(?<![\w/-])([A-Z][A-Z0-9]{1,9}-\d{1,6})(?![\w-])/g;
const trackerLink =
  /https?:\/\/[^\s)\]>]*\/(?:issues|pull|pulls|merge_requests|browse|tickets?|-\/issues|-\/merge_requests|show_bug\.cgi\?id=)[/=]?(?:\d+|[A-Z][A-Z0-9]+-\d+)/g;

/** Ticket references of a text: tracker links first, then keys such as `OPS-123`. */
export function ticketsIn(text: string): string[] {
  const links = [...text.matchAll(trackerLink)].map((found) => found[0]);
  const keys = [...text.matchAll(jiraKey)]
    .map((found) => found[1] ?? "")
    .filter((key) => !notTickets.test(key) && !links.some((link) => link.endsWith(key)));
  return [...new Set([...links, ...keys])];
}

const cleanOwner = (text: string): string =>
  text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[@*_`]/g, "")
    .replace(/[.\s]+$/, "")
    .trim();

/** `(Owner: Ada; Due: 2025-04-15; OPS-12)` at the end of an action. */
const factGroup = /\s*[([]([^()[\]]*\b(?:owner|assignee|due|deadline|target)\b[^()[\]]*)[)\]]\.?\s*$/i;

function factsOf(group: string): Pick<ActionParts, "owner" | "due"> {
  const facts: Pick<ActionParts, "owner" | "due"> = {};
  for (const piece of group.split(/\s*[;,|]\s*/)) {
    const owner = /^(?:owner|assignee|assigned to|responsible|dri)\s*[:=]?\s*(\S.*)$/i.exec(piece)?.[1];
    const due = /^(?:due|deadline|target|eta)(?: date)?\s*[:=]?\s*(?:by\s+)?(\S.*)$/i.exec(piece)?.[1];
    if (owner !== undefined) facts.owner = cleanOwner(owner);
    if (due !== undefined) facts.due = due.trim();
  }
  return facts;
}

/** The dash that led to what was taken off the end. */
const withoutDash = (text: string): string => text.replace(/\s*[–—-]\s*$/, "");

/** Takes owner, due date, state and ticket out of an action's first line. What is not written is left out. */
export function actionParts(line: string): ActionParts {
  let text = line.trim();
  const parts: ActionParts = { text };
  if (doneSign.test(text) || doneTail.test(text)) {
    parts.state = "done";
    const struck = text.startsWith("~~");
    text = text.replace(doneSign, "").replace(doneTail, "");
    if (struck) text = text.replace(/~~/g, "");
  } else if (openSign.test(text)) {
    parts.state = "open";
    text = text.replace(openSign, "");
  }
  const tickets = ticketsIn(text);
  if (tickets[0] !== undefined) parts.ticket = tickets[0];
  const group = factGroup.exec(text);
  if (group?.[1]) {
    Object.assign(parts, factsOf(group[1]));
    text = text.slice(0, group.index);
  }
  const due = parts.due === undefined ? duePhrase.exec(text) : null;
  if (due?.[1]) {
    parts.due = due[1];
    text = withoutDash(text.replace(due[0], ""));
  }
  const owner =
    parts.owner !== undefined
      ? null
      : (ownerPhrase.exec(text) ?? ownerTail.exec(text) ?? ownerHead.exec(text));
  const name = owner?.slice(1).find((each) => each !== undefined);
  if (owner && name) {
    parts.owner = cleanOwner(name);
    text = withoutDash(text.replace(owner[0], ""));
  }
  return { ...parts, text: text.trim() };
}
