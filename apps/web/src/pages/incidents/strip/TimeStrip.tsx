/** The incident as a picture: when what was reached, which services were affected, where much happened. Dragging, or the two handles with
    the arrow keys, choose a range; the timeline then shows that range. The same facts stand in a table for those who do not see it. */
import type { Incident } from "@morrow/contract/incidents";
import type { TimelineEvent } from "@morrow/contract/timeline";
import { milestoneLabels } from "@morrow/domain/incidents";
import { useMemo, useRef, useState } from "react";
import type { TimeRange } from "../timeline/rows.ts";
import { Axis } from "./Axis.tsx";
import { Density } from "./Density.tsx";
import { Dragging } from "./Dragging.tsx";
import { Handles } from "./Handles.tsx";
import { Impact } from "./Impact.tsx";
import { assignLanes, textWidth } from "./lanes.ts";
import { MilestoneMarks } from "./MilestoneMarks.tsx";
import { reachedMilestones, stripRange } from "./scale.ts";
import { axisHeight, barStep, densityHeight, labelHeight } from "./sizes.ts";
import { StripTable } from "./StripTable.tsx";
import "./TimeStrip.css";
import { useWidth } from "./useWidth.ts";

export interface TimeStripProps {
  readonly incident: Incident;
  readonly events: readonly TimelineEvent[];
  readonly selected: TimeRange | null;
  readonly onSelect: (range: TimeRange | null) => void;
  /** ms since 1970, for incidents that go on; a minute old is fresh enough. */
  readonly now: number;
}

const mostServices = 4;

export function TimeStrip({ incident, events, selected, onSelect, now }: TimeStripProps) {
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const range = useMemo(() => stripRange(incident, events, now), [incident, events, now]);
  const [dragged, setDragged] = useState<TimeRange | null>(null);
  const services = incident.services.slice(0, mostServices);
  const gutter = services.length > 1 && width > 700 ? Math.max(...services.map(textWidth)) : 0;
  const plot = width - gutter;
  const x = (at: number) => ((at - range.from) / (range.to - range.from)) * plot;
  const milestones = reachedMilestones(incident).filter(({ at }) => at <= range.to);
  const lanes = assignLanes(
    milestones.map(({ milestone, at }) => ({ at: x(at), text: milestoneLabels[milestone].label })),
    width,
  );
  const marks = milestones.map(({ milestone, at }, index) => {
    const { lane = 0, end = false } = lanes[index] ?? {};
    return { milestone, left: x(at), lane, end };
  });
  const rows = Math.max(1, ...lanes.map(({ lane }) => lane + 1));
  const top = rows * labelHeight + 4;
  const bars = top + Math.max(1, services.length) * barStep;
  const height = bars + densityHeight + axisHeight + 4;
  const shown = dragged ?? selected;

  return (
    <section className="incident-strip" aria-label="Time strip">
      <div ref={box} className="incident-strip-box" style={{ height }}>
        {width === 0 ? null : (
          <Dragging range={range} width={plot} onDrag={setDragged} onSelect={onSelect}>
            <svg width={width} height={height} aria-hidden="true">
              <Impact
                incident={incident}
                services={services}
                named={gutter > 0}
                x={x}
                top={top}
                to={range.to}
                now={now}
              />
              <Density events={events} range={range} width={plot} bottom={bars + densityHeight} />
              <Axis range={range} x={x} width={plot} y={height - 4} />
              <MilestoneMarks marks={marks} bottom={bars + densityHeight} />
              {shown === null ? null : (
                <rect
                  className="incident-strip-selected"
                  x={Math.max(0, x(shown.from))}
                  width={Math.max(2, Math.min(plot, x(shown.to)) - Math.max(0, x(shown.from)))}
                  y={0}
                  height={bars + densityHeight}
                />
              )}
            </svg>
            <Handles
              range={range}
              selected={selected}
              x={x}
              height={bars + densityHeight}
              onSelect={onSelect}
            />
          </Dragging>
        )}
      </div>
      <StripTable incident={incident} events={events} range={range} />
    </section>
  );
}
