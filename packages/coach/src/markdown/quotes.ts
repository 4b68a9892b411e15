import { MASK } from "./prose.ts";

/** What is not prose, each with the characters without which it cannot occur. */
const notProse: readonly (readonly [needs: readonly string[], pattern: RegExp])[] = [
  [["://", "www.", "@"], /(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+/giu],
  [['"'], /"[^"\n]{1,600}"/gu],
  [["\u201C"], /\u201C[^\u201C\u201D]{1,600}\u201D/gu],
  [["\u00AB"], /\u00AB[^\u00AB\u00BB]{1,600}\u00BB/gu],
  [["\u201E"], /\u201E[^\u201E\u201C\u201D]{1,600}[\u201C\u201D]/gu],
  [["'"], /(?<![\w'])'(?=[A-Za-z])[^'\n]{2,200}(?:'[a-z]{1,2}\b[^'\n]{1,200})*'(?![\w'])/gu],
];

/** The text with every quotation and bare address masked, unit for unit: these words are not the author's. */
export function maskQuotations(text: string): string {
  let masked = text;
  for (const [needs, pattern] of notProse) {
    if (!needs.some((part) => masked.includes(part))) continue;
    masked = masked.replaceAll(pattern, (found) => MASK.repeat(found.length));
  }
  return masked;
}
