import { MASK } from "./prose.ts";

const notProse: readonly RegExp[] = [
  /(?:https?:\/\/|www\.)[^\s<>]+|[\w.+-]+@[\w-]+\.[\w.-]+/giu,
  /"[^"\n]{1,600}"/gu,
  /\u201C[^\u201C\u201D]{1,600}\u201D/gu,
  /\u00AB[^\u00AB\u00BB]{1,600}\u00BB/gu,
  /\u201E[^\u201E\u201C\u201D]{1,600}[\u201C\u201D]/gu,
  /(?<![\w'])'(?=[A-Za-z])[^'\n]{2,200}(?:'[a-z]{1,2}\b[^'\n]{1,200})*'(?![\w'])/gu,
];

/** The text with every quotation and bare address masked, unit for unit: these words are not the author's. */
export function maskQuotations(text: string): string {
  let masked = text;
  for (const pattern of notProse) {
    masked = masked.replaceAll(pattern, (found) => MASK.repeat(found.length));
  }
  return masked;
}
