import type { Sentence } from "../../language/sentences.ts";

const prompt = /^\W*(?:what(?! if\b)|how|where|when|who|which)\b[^.]{0,90}\?\W*$/u;
/** "What could have been better in the group…", "two things we could have done better": the label of a list. */
const label =
  /^\W*(?:[\w ]{1,40}: )?(?:what|(?:\w+|\d+) things?(?: that| which)?(?: \w+){0,4}(?: and (?:\w+|\d+) things?)?)(?: we| you| i| that)? (?:could|should)(?: have|'ve) (?:been |gone |done )+(?:better|well|differently|improved)(?: (?:in|with|about|for) [\w ]{1,30})?(?:\u2026|\.{3}|:)?\W*$/u;
const leftover =
  /^\W*(?:list of )?(?:things|what)(?: that| which| we)? (?:could|should) (?:have )?(?:be |been |gone |done )+(?:better|well|differently|improved)\W*$/u;

/** "Discuss a part that was not as successful as you would have liked": the form speaks to whoever fills it in. */
const toWriter = /\bas \w+ as you would have (?:liked|hoped|wanted)\b/u;

/** A question that a template asks, alone in its block ("What could have gone better?"), or its left-over hint. */
export function isTemplatePrompt(sentence: Sentence): boolean {
  if (leftover.test(sentence.lower) || toWriter.test(sentence.lower)) return true;
  const after = sentence.block.text.slice(sentence.start + sentence.text.length);
  const isOnItsOwn = /^\s*(?:[\u2022*-] |$)/u.test(after);
  return sentence.first && isOnItsOwn && (prompt.test(sentence.lower) || label.test(sentence.lower));
}
