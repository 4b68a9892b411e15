import { useEffect, useRef, type KeyboardEvent } from "react";
import { localZone, timeText } from "../../../components/timeText.ts";
import type { TimeRange } from "../timeline/rows.ts";

interface HandlesProps {
  readonly range: TimeRange;
  readonly selected: TimeRange | null;
  readonly x: (at: number) => number;
  readonly height: number;
  readonly onSelect: (range: TimeRange | null) => void;
}

/** The keyboard's way: two sliders, which together are the range. */
export function Handles({ range, selected, x, height, onSelect }: HandlesProps) {
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

function momentText(at: number): string {
  return timeText(new Date(at).toISOString(), localZone(), "moment")?.text ?? "";
}
