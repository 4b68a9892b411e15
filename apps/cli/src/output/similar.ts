import type { SimilarHit } from "@morrow/contract/knowledge";

import { printLine } from "./print.ts";

/** One similar failure: where it is, and why it may help. */
export function describeSimilar(hit: SimilarHit): void {
  const { mechanisms, parts, symptoms, terms } = hit.because;
  const why = [...mechanisms, ...parts, ...symptoms].slice(0, 6);
  printLine(`${hit.ref}  ${hit.title}`);
  if (hit.lesson !== "") printLine(`    ${hit.lesson}`);
  printLine(`    both: ${(why.length > 0 ? why : terms.slice(0, 6)).join(", ")}`);
}
