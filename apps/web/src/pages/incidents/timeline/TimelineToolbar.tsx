import { timelineKindLabels, type TimelineKind } from "@morrow/domain/timeline";
import { Filter, Star, X } from "lucide-react";
import { lazy } from "react";
import { Button } from "../../../components/Button.tsx";
import { Popover } from "../../../components/Popover.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import { offeredKinds } from "../composer/kindKeys.ts";
import type { TimeRange, TimelineFilter } from "./rows.ts";

const loadChecks = () => import("../../../components/filters/ChecksPanel.tsx");
const ChecksPanel = lazy(loadChecks);
const kindOptions = offeredKinds.map((kind) => {
  const { label } = timelineKindLabels[kind];
  return { value: kind, label, word: label };
});

export interface TimelineToolbarProps {
  readonly filter: TimelineFilter;
  readonly shown: number;
  readonly total: number;
  readonly partial: boolean;
  readonly onKinds: (kinds: readonly TimelineKind[]) => void;
  readonly onStarred: (starred: boolean) => void;
  readonly onRange: (range: TimeRange | null) => void;
}

/** What of the timeline is shown, and how much that is. */
export function TimelineToolbar(props: TimelineToolbarProps) {
  const { filter, shown, total, partial, onKinds, onStarred, onRange } = props;
  const { kinds, starred, range } = filter;
  return (
    <div className="incident-timeline-toolbar" role="group" aria-label="Filter the timeline">
      <h2 className="incident-column-title">Timeline</h2>
      <span className="quiet tabular" role="status">
        {partial
          ? "loading …"
          : shown === total
            ? countText(total)
            : `${shown.toLocaleString("en")} of ${total.toLocaleString("en")}`}
      </span>
      {range === null ? null : (
        <Button size="small" icon={<X size={14} aria-hidden="true" />} onClick={() => onRange(null)}>
          <span className="visually-hidden">Clear the range </span>
          <span className="mono">{rangeText(range)}</span>
        </Button>
      )}
      <span className="incident-timeline-filters">
        <Button
          size="small"
          kind="quiet"
          aria-pressed={starred}
          icon={<Star size={14} aria-hidden="true" fill={starred ? "currentColor" : "none"} />}
          onClick={() => onStarred(!starred)}
        >
          Starred
        </Button>
        <Popover
          title="Kinds"
          load={loadChecks}
          align="end"
          trigger={
            <Button size="small" kind="quiet" icon={<Filter size={14} aria-hidden="true" />}>
              {kinds.size === 0 ? "All kinds" : kinds.size === 1 ? "1 kind" : `${kinds.size} kinds`}
            </Button>
          }
        >
          <div className="stack-tight">
            <ChecksPanel
              options={kindOptions}
              chosen={[...kinds]}
              onChosen={(chosen) => onKinds(offeredKinds.filter((kind) => chosen.includes(kind)))}
            />
            <Button size="small" disabled={kinds.size === 0} onClick={() => onKinds([])}>
              Show all kinds
            </Button>
          </div>
        </Popover>
      </span>
    </div>
  );
}

function countText(total: number): string {
  return total === 1 ? "1 entry" : `${total.toLocaleString("en")} entries`;
}

function rangeText({ from, to }: TimeRange): string {
  const zone = localZone();
  const day = (at: number) => timeText(new Date(at).toISOString(), zone, "date")?.text;
  const same = day(from) === day(to);
  const word = (at: number) =>
    timeText(new Date(at).toISOString(), zone, same ? "time" : "moment")?.text ?? "";
  return `${word(from)} – ${word(to)}`;
}
