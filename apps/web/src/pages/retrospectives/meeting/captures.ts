import type { PointSection } from "../writing/PointsField.tsx";

/** What can be written down during an item of the agenda. */
export type Capture = PointSection | "people" | "strip" | "lesson" | "narrative" | "factors" | "measures";

const byTitle: ReadonlyMap<string, readonly Capture[]> = new Map<string, readonly Capture[]>([
  ["Opening", ["people"]],
  ["What happened", ["strip", "narrative", "factors"]],
  ["What we noticed", ["wentWell", "confusing", "lucky"]],
  ["Countermeasures", ["detectSooner", "recoverSooner", "measures"]],
  ["Closing", ["measures", "lesson"]],
]);

/** Titles are those of the domain's agenda; for any other the whole document stays within reach. */
export function captureFor(title: string): readonly Capture[] {
  return byTitle.get(title) ?? ["narrative", "factors", "measures", "lesson"];
}
