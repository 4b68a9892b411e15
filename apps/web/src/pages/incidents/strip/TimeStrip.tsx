/** The incident as a picture: when what was reached, which services were affected, where much happened. Dragging, or the two handles with
    the arrow keys, choose a range; the timeline then shows that range. The same facts stand in a table for those who do not see it. */
import type { Incident } from "@morrow/contract/incidents";
import type { TimelineEvent } from "@morrow/contract/timeline";
import { milestoneLabels } from "@morrow/domain/incidents";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { localZone, timeText } from "../../../components/timeText.ts";
import type { TimeRange } from "../timeline/rows.ts";
import { assignLanes, textWidth } from "./lanes.ts";
import { density, reachedMilestones, stripRange, ticks } from "./scale.ts";
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

const labelHeight = 16;
const barHeight = 8;
const densityHeight = 22;
const axisHeight = 16;
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
  const rows = Math.max(1, ...lanes.map(({ lane }) => lane + 1));
  const top = rows * labelHeight + 4;
  const bars = top + Math.max(1, services.length) * (barHeight + 3);
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
              {milestones.map(({ milestone, at }, index) => {
                const { lane = 0, end = false } = lanes[index] ?? {};
                const left = x(at);
                return (
                  <g key={milestone} className="incident-strip-milestone">
                    <line x1={left} x2={left} y1={lane * labelHeight + 4} y2={bars + densityHeight} />
                    <text
                      x={end ? left - 4 : left + 4}
                      y={lane * labelHeight + 12}
                      textAnchor={end ? "end" : "start"}
                    >
                      {milestoneLabels[milestone].label}
                    </text>
                  </g>
                );
              })}
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

interface DraggingProps {
  readonly range: TimeRange;
  readonly width: number;
  readonly onDrag: (range: TimeRange | null) => void;
  readonly onSelect: (range: TimeRange | null) => void;
  readonly children: React.ReactNode;
}

/** The pointer's way of choosing; a press without a drag chooses nothing. */
function Dragging({ range, width, onDrag, onSelect, children }: DraggingProps) {
  const start = useRef<number | null>(null);
  const at = (event: PointerEvent<HTMLElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    return range.from + (Math.min(width, Math.max(0, left)) / width) * (range.to - range.from);
  };
  const wide = (chosen: TimeRange) => ((chosen.to - chosen.from) / (range.to - range.from)) * width > 4;
  return (
    <div
      className="incident-strip-drag"
      onPointerDown={(event) => {
        if (event.button !== 0 || (event.target instanceof Element && event.target.closest("[role=slider]")))
          return;
        start.current = at(event);
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        if (start.current !== null) onDrag(between(start.current, at(event)));
      }}
      onPointerUp={(event) => {
        if (start.current === null) return;
        const chosen = between(start.current, at(event));
        start.current = null;
        onDrag(null);
        onSelect(wide(chosen) ? chosen : null);
      }}
      onPointerCancel={() => {
        start.current = null;
        onDrag(null);
      }}
    >
      {children}
    </div>
  );
}

function between(a: number, b: number): TimeRange {
  return { from: Math.min(a, b), to: Math.max(a, b) };
}

interface HandlesProps {
  readonly range: TimeRange;
  readonly selected: TimeRange | null;
  readonly x: (at: number) => number;
  readonly height: number;
  readonly onSelect: (range: TimeRange | null) => void;
}

/** The keyboard's way: two sliders, which together are the range. */
function Handles({ range, selected, x, height, onSelect }: HandlesProps) {
  const { from, to } = selected ?? range;
  // Keys may come faster than the address follows; each goes on from the one before.
  const latest = useRef({ from, to });
  useEffect(() => {
    latest.current = { from, to };
  }, [from, to]);
  const step = (range.to - range.from) / 60;
  const choose = (next: TimeRange) => {
    const kept = { from: Math.max(range.from, next.from), to: Math.min(range.to, next.to) };
    latest.current = kept;
    onSelect(kept.from <= range.from && kept.to >= range.to ? null : kept);
  };
  const key = (side: "from" | "to") => (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[
      event.key
    ];
    const now = latest.current;
    if (event.key === "Escape") choose(range);
    else if (event.key === "Home")
      choose(side === "from" ? { ...now, from: range.from } : { ...now, to: now.from + step });
    else if (event.key === "End")
      choose(side === "to" ? { ...now, to: range.to } : { ...now, from: now.to - step });
    else if (by === undefined) return;
    else if (side === "from") choose({ ...now, from: Math.min(now.from + by * step, now.to - step) });
    else choose({ ...now, to: Math.max(now.to + by * step, now.from + step) });
    event.preventDefault();
  };
  return (["from", "to"] as const).map((side) => {
    const at = side === "from" ? from : to;
    return (
      <div
        key={side}
        role="slider"
        tabIndex={0}
        className="incident-strip-handle"
        data-on={selected !== null || undefined}
        aria-label={side === "from" ? "Timeline from" : "Timeline until"}
        aria-valuemin={Math.round(range.from / 1000)}
        aria-valuemax={Math.round(range.to / 1000)}
        aria-valuenow={Math.round(at / 1000)}
        aria-valuetext={momentText(at)}
        style={{ left: Math.min(Math.max(x(at), 0), x(range.to)), height }}
        onKeyDown={key(side)}
      />
    );
  });
}

interface ImpactProps {
  readonly incident: Incident;
  readonly services: readonly string[];
  /** Whether their names stand behind the bars. */
  readonly named: boolean;
  readonly x: (at: number) => number;
  readonly top: number;
  readonly to: number;
  readonly now: number;
}

/** Solid while people were affected, thin from mitigation until all was back to normal. */
function Impact({ incident, services, named, x, top, to, now }: ImpactProps) {
  const { started, detected, mitigated, resolved } = incident.milestones;
  const from = Date.parse(started?.at ?? detected?.at ?? incident.declaredAt);
  const end = Math.min(to, resolved === undefined ? now : Date.parse(resolved.at));
  const contained = mitigated === undefined ? end : Math.min(end, Date.parse(mitigated.at));
  return (services.length === 0 ? [""] : services).map((service, index) => {
    const y = top + index * (barHeight + 3);
    return (
      <g key={service} className="incident-strip-impact">
        <rect x={x(from)} y={y} width={Math.max(2, x(contained) - x(from))} height={barHeight} rx={2} />
        {end > contained ? (
          <rect
            className="incident-strip-contained"
            x={x(contained)}
            y={y + barHeight / 2 - 1}
            width={x(end) - x(contained)}
            height={2}
          />
        ) : null}
        {named ? (
          <text x={x(end) + 6} y={y + barHeight - 0.5}>
            {service}
          </text>
        ) : null}
      </g>
    );
  });
}

const binWidth = 6;

function Density({
  events,
  range,
  width,
  bottom,
}: {
  events: readonly TimelineEvent[];
  range: TimeRange;
  width: number;
  bottom: number;
}) {
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

function Axis({
  range,
  x,
  width,
  y,
}: {
  range: TimeRange;
  x: (at: number) => number;
  width: number;
  y: number;
}) {
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

function momentText(at: number): string {
  return timeText(new Date(at).toISOString(), localZone(), "moment")?.text ?? "";
}

const dayMs = 86_400_000;
