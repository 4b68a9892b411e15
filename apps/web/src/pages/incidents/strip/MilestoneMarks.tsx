import { milestoneLabels, type Milestone } from "@morrow/domain/incidents";
import { labelHeight } from "./sizes.ts";

export interface MilestoneMark {
  readonly milestone: Milestone;
  /** px from the left */
  readonly left: number;
  /** Which row of labels, from the top. */
  readonly lane: number;
  /** The label stands before its line, because behind it there is no room. */
  readonly end: boolean;
}

/** A line and its word for each milestone. All lines come first: a word lies over the lines that cross it. */
export function MilestoneMarks({ marks, bottom }: { marks: readonly MilestoneMark[]; bottom: number }) {
  return (
    <g className="incident-strip-milestone">
      {marks.map(({ milestone, left, lane }) => (
        <line key={milestone} x1={left} x2={left} y1={lane * labelHeight + 4} y2={bottom} />
      ))}
      {marks.map(({ milestone, left, lane, end }) => (
        <text
          key={milestone}
          x={end ? left - 4 : left + 4}
          y={lane * labelHeight + 12}
          textAnchor={end ? "end" : "start"}
        >
          {milestoneLabels[milestone].label}
        </text>
      ))}
    </g>
  );
}
