/** Setting a question aside leaves its reason in the text, as a comment that readers of the page do not see and editors do. */
import type { RuleId } from "@morrow/coach";

const comment = /^[ \t]*<!--\s*morrow-coach\s[^>]*?-->[ \t]*\n?/u;

export interface SetAside {
  readonly ruleId: string;
  readonly reason: string;
}

/** Two dashes and ">" would end the comment early. */
function commentFor(ruleId: RuleId, reason: string): string {
  const words = reason.replaceAll(/\s+/g, " ").replaceAll(/--+/g, "–").replaceAll(">", "›").trim();
  return `<!-- morrow-coach ignore ${ruleId} -- ${words} -->`;
}

/** Where the block begins that contains a place: behind the last blank line, heading or fence before it. */
export function blockStart(text: string, at: number): number {
  const before = text.slice(0, at);
  const lines = before.split("\n");
  let start = before.length - (lines.at(-1)?.length ?? 0);
  for (let index = lines.length - 2; index >= 0; index -= 1) {
    const line = lines[index] ?? "";
    if (line.trim() === "" || /^\s{0,3}(#{1,6}\s|```|~~~)/.test(line)) break;
    start -= line.length + 1;
  }
  return start;
}

/** @returns where the comment goes and what goes in, for a text of blocks */
export function suppressionInProse(
  text: string,
  at: number,
  ruleId: RuleId,
  reason: string,
): { readonly at: number; readonly insert: string } {
  const start = blockStart(text, at);
  return { at: start, insert: `${commentFor(ruleId, reason)}\n\n` };
}

/** An entry of a list with a comment before its words. */
export function suppressInItem(text: string, ruleId: RuleId, reason: string): string {
  return `${commentFor(ruleId, reason)}\n${text}`;
}

/** Takes the comments at the beginning of an entry from its words, so that a field shows the words alone. */
export function splitComments(text: string): { readonly comments: string; readonly words: string } {
  let words = text;
  for (let found = comment.exec(words); found !== null; found = comment.exec(words))
    words = words.slice(found[0].length);
  return { comments: text.slice(0, text.length - words.length), words };
}

/** What has been set aside in an entry, for showing beside it. */
export function setAsideIn(comments: string): SetAside[] {
  return [...comments.matchAll(/<!--\s*morrow-coach\s+ignore\s+(\S+)\s+--\s+(.*?)\s*-->/gu)].map(
    ([, ruleId = "", reason = ""]) => ({
      ruleId,
      reason,
    }),
  );
}
