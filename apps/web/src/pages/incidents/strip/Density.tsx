import type { TimelineEvent } from "@morrow/contract/timeline";
import { useMemo } from "react";
import type { TimeRange } from "../timeline/rows.ts";
import { density } from "./scale.ts";
import { densityHeight } from "./sizes.ts";

/** px */
const binWidth = 6;

interface DensityProps {
  readonly events: readonly TimelineEvent[];
  readonly range: TimeRange;
  readonly width: number;
  /** Where the bars stand, px from the top. */
  readonly bottom: number;
}

/** Where much happened: one bar for every few px of the picture, as high as the entries in it are many. */
export function Density({ events, range, width, bottom }: DensityProps) {
  const bins = Math.max(1, Math.floor(width / binWidth));
  const counts = useMemo(() => density(events, range, bins), [events, range, bins]);
  const most = Math.max(1, ...counts);
  return (
    <g className="incident-strip-density">
      {counts.map((count, index) => {
        // A single event among hundreds must still be seen.
        const size = count === 0 ? 0 : 3 + Math.sqrt(count / most) * (densityHeight - 5);
        return count === 0 ? null : (
          <rect
            key={index}
            x={index * binWidth + 1}
            y={bottom - size}
            width={binWidth - 2}
            height={size}
            rx={1}
          />
        );
      })}
    </g>
  );
}
