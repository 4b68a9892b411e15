import type { Sentence } from "../../language/sentences.ts";

const prompt = /^\W*(?:what|how|where|when|who|which)\b[^.]{0,90}\?\W*$/u;

/** A question that a template asks, alone in its block: "What could have gone better?" */
export function isTemplatePrompt(sentence: Sentence): boolean {
  return (
    sentence.first &&
    sentence.text.trim().length === sentence.block.text.trim().length &&
    prompt.test(sentence.lower)
  );
}
