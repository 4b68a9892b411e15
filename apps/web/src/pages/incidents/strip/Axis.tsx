import { localZone, timeText } from "../../../components/timeText.ts";
import type { TimeRange } from "../timeline/rows.ts";
import { ticks } from "./scale.ts";
import { axisHeight } from "./sizes.ts";

const dayMs = 86_400_000;

interface AxisProps {
  readonly range: TimeRange;
  readonly x: (at: number) => number;
  readonly width: number;
  /** The line the words stand on, px from the top. */
  readonly y: number;
}

/** Hours and days below the picture, in the reader's zone. */
export function Axis({ range, x, width, y }: AxisProps) {
  const offset = -new Date(range.from).getTimezoneOffset() * 60_000;
  const all = ticks(range, Math.max(2, Math.floor(width / 110)), offset);
  const wholeDays = (all[1] ?? Infinity) - (all[0] ?? 0) >= dayMs;
  // Between midnights the hour says more than the same date again.
  const show = (at: number) => (wholeDays || (at + offset) % dayMs === 0 ? "date" : "time");
  return (
    <g className="incident-strip-axis">
      <line x1={0} x2={width} y1={y - axisHeight + 4} y2={y - axisHeight + 4} />
      {all
        .filter((at) => x(at) > 24 && x(at) < width - 24)
        .map((at) => (
          <text key={at} x={x(at)} y={y} textAnchor="middle">
            {timeText(new Date(at).toISOString(), localZone(), show(at))?.text}
          </text>
        ))}
    </g>
  );
}
