/** What of the timeline is shown stands in the address: a link to "the decisions between 14:00 and 15:00" is a link. */
import { timelineKinds, type TimelineKind } from "@morrow/domain/timeline";
import { useMemo } from "react";
import { useSearchParams } from "react-router";
import type { TimeRange, TimelineFilter } from "./rows.ts";

export function useTimelineFilter() {
  const [params, setParams] = useSearchParams();
  const kindText = params.getAll("kind").join(" ");
  const starred = params.get("starred") === "true";
  const from = params.get("from");
  const to = params.get("to");
  const filter = useMemo<TimelineFilter>(
    () => ({
      kinds: new Set(timelineKinds.filter((kind) => kindText.split(" ").includes(kind))),
      starred,
      range: rangeOf(from, to),
    }),
    [kindText, starred, from, to],
  );

  function change(apply: (next: URLSearchParams) => void): void {
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        apply(next);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  }

  return {
    filter,
    setKinds: (kinds: readonly TimelineKind[]) =>
      change((next) => {
        next.delete("kind");
        for (const kind of kinds) next.append("kind", kind);
      }),
    setStarred: (wanted: boolean) =>
      change((next) => (wanted ? next.set("starred", "true") : next.delete("starred"))),
    setRange: (range: TimeRange | null) =>
      change((next) => {
        next.delete("from");
        next.delete("to");
        if (range === null) return;
        next.set("from", isoSeconds(range.from));
        next.set("to", isoSeconds(range.to));
      }),
  };
}

function rangeOf(from: string | null, to: string | null): TimeRange | null {
  const start = Date.parse(from ?? "");
  const end = Date.parse(to ?? "");
  return Number.isNaN(start) || Number.isNaN(end) || end < start ? null : { from: start, to: end };
}

function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
