import { useRef, type PointerEvent, type ReactNode } from "react";
import type { TimeRange } from "../timeline/rows.ts";

interface DraggingProps {
  readonly range: TimeRange;
  readonly width: number;
  readonly onDrag: (range: TimeRange | null) => void;
  readonly onSelect: (range: TimeRange | null) => void;
  readonly children: ReactNode;
}

/** The pointer's way of choosing; a press without a drag chooses nothing. */
export function Dragging({ range, width, onDrag, onSelect, children }: DraggingProps) {
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
