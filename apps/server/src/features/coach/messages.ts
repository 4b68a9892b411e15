import type { CoachContext, Remark } from "@morrow/coach";

export interface CoachQuestion {
  id: number;
  markdown: string;
  context: CoachContext;
}

export interface CoachAnswer {
  id: number;
  remarks: Remark[];
}

/** Nobody reads more questions than this about one text; handing over 30,000 would itself hold up the server. */
export const mostRemarks = 1_000;
