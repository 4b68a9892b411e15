import type { CivilDate } from "../moments/civil.ts";
import type { Anchor } from "../moments/year.ts";
import type { Source } from "../proposal/moment.ts";

/** The day a document is about, as far as it says. */
export interface Day {
  date: CivilDate;
  from: Source;
  line: number | null;
  given: string;
  /** False where the date may be that of the publication (a file name). */
  sure: boolean;
}

export interface DayContext {
  day: Day | null;
  /** Completes dates without a year. */
  anchor: Anchor | null;
  /** Order of numbers in dates such as 03/04, where the document shows it. */
  order: "dmy" | "mdy" | null;
  /** Ids of questions about the year dates without one are completed with. */
  doubts: string[];
}
