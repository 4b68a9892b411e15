import { attitudes, changes, degrees, people, stemOf } from "./lexicon.ts";
import { endAt, type Request } from "./request.ts";
import { virtueFrom } from "./virtues.ts";

const surely =
  /(?:mak(?:e|ing)|be(?:ing)?) (?:sure|certain) (?:that )?(?:next time )?|ensur(?:e|ing) (?:that )?|see(?:ing)? to it that /uy;
const surelySomebody = new RegExp(
  String.raw`(${people})(?:'s|'re)? (?!can\b|could\b|cannot\b|can't\b|gets?\b|receives?\b|ha(?:s|ve)\b(?! (?:a )?(?:clear|good|better|understood|read))|had\b|don't have\b|(?:is|are) (?:able|notified|paged|alerted|e-?mailed|using|on the list|running|getting|added|subscribed|trained|assigned|given)\b|aren't\b|isn't\b|only (?:have|run)\b|always have\b|in\b|of\b|to\b|and\b|on\b|for\b|with\b|will (?:have|get|be able)\b)((?:(?:always|also|all|never|does|do|don't|not|must|should|will|[a-z]+ly) )*)([\w'-]+)(?: ([\w-]+))?`,
  "uy",
);

/** "Make sure this does not happen again", "ensure that nobody forgets". */
const neverAgain =
  /(?:this|it|that|these|such (?:an? )?[a-z]+|similar [a-z]+|the same [a-z]+|mistakes?|errors?)(?: [a-z]+){0,2}? (?:(?:do|does|will|is|are|would)(?:n't| not)|never|won't) (?:to )?(?:happen|occur|repeat|be (?:repeated|forgotten|missed|overlooked)|forgotten|missed|overlooked|repeated)(?: again)?|(?:no ?body|no one|none of us) (?:forgets?|misses|overlooks|ignores)/uy;

/** "Make sure to check", "ensure that everyone knows". */
export function makingSure(request: Request): number | undefined {
  const { lower, words, head } = request;
  const from = endAt(surely, request, head);
  if (from === undefined) return undefined;
  const index = words.findIndex(({ start }) => start >= from);
  const at = words[index]?.text === "not" ? index + 1 : index;
  if (words[at]?.text === "to") {
    const inner = words[at + 1];
    const stem = stemOf(inner?.text ?? "");
    return changes.has(stem) ||
      /^(?:us|writ|monitor|validat|cov|mention|label|link|referenc|attach|tick)$/u.test(stem) ||
      (stem === "be" && /[a-z]{2}ing$/u.test(words[at + 2]?.text ?? ""))
      ? undefined
      : inner?.end;
  }
  if (index < 0) return undefined;
  const again = endAt(neverAgain, request, index);
  if (again !== undefined) return again;
  surelySomebody.lastIndex = words[index]?.start ?? 0;
  const somebody = surelySomebody.exec(lower);
  if (somebody !== null) {
    const [whole, , , verb = "", next] = somebody;
    const isLinked = /^(?:is|are|'re|stays?|remains?|becomes?)$/u.test(verb);
    const plain = verb.replace(/(?<=[a-z]{2})(?:es|s)$/u, "");
    if (
      !isLinked &&
      (changes.has(stemOf(plain)) ||
        changes.has(stemOf(verb.replace(/s$/u, ""))) ||
        /^(?:uses?|writes?)$/u.test(verb))
    )
      return undefined;
    if (isLinked && next !== undefined && !/^[a-z]+ing$/u.test(next) && !attitudes.has(next) && next !== "on")
      return undefined;
    const cut = next === undefined || isLinked ? 0 : next.length + 1;
    return somebody.index + whole.length - cut;
  }
  const { text = "" } = words[index] ?? {};
  if (/^(?:understand|check|know|read|ask|communicate|verify)$/u.test(text)) return words[index]?.end;
  return degrees.has(text) ? virtueFrom(request, index + 1) : undefined;
}
