import type { CoachContext } from "@morrow/coach";

export interface LongText {
  markdown: string;
  context: CoachContext;
}

/** Nobody reads more questions than this about one text; handing over 30,000 would itself hold up the server. */
export const mostRemarks = 1_000;
