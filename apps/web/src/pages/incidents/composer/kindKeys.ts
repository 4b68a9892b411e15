import { timelineKinds, type TimelineKind } from "@morrow/domain/timeline";

/** One letter for each kind: Alt with it, or "/" and it at the beginning of an entry. */
export const kindLetters: Readonly<Record<TimelineKind, string>> = {
  note: "n",
  action: "a",
  effect: "e",
  hypothesis: "h",
  investigation: "i",
  decision: "d",
  detection: "t",
  communication: "c",
  milestone: "m",
};

/** In the order in which they are offered. */
export const offeredKinds: readonly TimelineKind[] = [
  "note",
  "action",
  "effect",
  "hypothesis",
  "investigation",
  "decision",
  "detection",
  "communication",
  "milestone",
];

/** @param letters "d", or the beginning of a kind's name of at least three letters @returns null for anything else */
export function kindOf(letters: string): TimelineKind | null {
  const text = letters.toLowerCase();
  return (
    timelineKinds.find((kind) => kindLetters[kind] === text || (text.length >= 3 && kind.startsWith(text))) ??
    null
  );
}
