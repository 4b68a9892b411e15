/** The middle of the incident page: what happened, and where one says what happens. */
import { timelineRoutes } from "@morrow/contract/timeline";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useEffect, useMemo, useRef, useState, type Ref } from "react";
import { client } from "../../../api/client.ts";
import { EmptyState } from "../../../components/EmptyState.tsx";
import { ErrorState } from "../../../components/ErrorState.tsx";
import { SkeletonRows } from "../../../components/Skeleton.tsx";
import { localZone } from "../../../components/timeText.ts";
import { showToast } from "../../../components/Toast.tsx";
import { useWaiting } from "../../../outbox/outbox.ts";
import { announce } from "../../../shell/announce.ts";
import { Composer, type ComposerHandle } from "../composer/Composer.tsx";
import type { EventQuestion } from "./EventDialog.tsx";
import { EventRow, type EventActions } from "./EventRow.tsx";
import type { ShownPictures } from "./PictureDialog.tsx";
import { filterEvents, timelineRows, type TimelineRow } from "./rows.ts";
import "./Timeline.css";
import { PaneTimeline, WindowTimeline, type TimelineListHandle } from "./TimelineList.tsx";
import { TimelineToolbar } from "./TimelineToolbar.tsx";
import { showEvents, type Timeline } from "./useTimeline.ts";
import type { useTimelineFilter } from "./useTimelineFilter.ts";
import { WaitingRow } from "./WaitingRow.tsx";

export interface TimelineColumnProps {
  readonly incident: string;
  readonly personId: string;
  readonly mayWrite: boolean;
  /** Still going on: the newest entry is what matters. */
  readonly ongoing: boolean;
  readonly timeline: Timeline;
  readonly filtering: ReturnType<typeof useTimelineFilter>;
  /** Scrolls in its own pane instead of with the window. */
  readonly pane: boolean;
  readonly composer: Ref<ComposerHandle>;
  readonly onEdit: (text: string) => void;
}

/** With so few rows the window stays at the top: going to the end would only hide what the incident is called. */
const fewRows = 8;

const EventDialog = lazy(() => import("./EventDialog.tsx"));
const PictureDialog = lazy(() => import("./PictureDialog.tsx"));

export function TimelineColumn(props: TimelineColumnProps) {
  const { incident, personId, mayWrite, ongoing, timeline, filtering, pane, composer, onEdit } = props;
  const [open, setOpen] = useState<EventQuestion | null>(null);
  const [pictures, setPictures] = useState<ShownPictures | null>(null);
  const list = useRef<TimelineListHandle>(null);
  const waiting = useWaiting(incident, personId);
  const { filter } = filtering;
  const shown = useMemo(() => filterEvents(timeline.events, filter), [timeline.events, filter]);
  const rows = useMemo(() => timelineRows(shown, waiting, localZone()), [shown, waiting]);
  const actions = useEventActions(incident, setOpen, setPictures);
  useAnnouncing(timeline, personId);

  const renderRow = (row: TimelineRow) => {
    switch (row.kind) {
      case "day":
        return <h3 className="incident-day">{row.label}</h3>;
      case "event":
        return <EventRow event={row.event} mayWrite={mayWrite} {...actions} />;
      case "waiting":
        return <WaitingRow entry={row.entry} onEdit={onEdit} />;
    }
  };
  const List = pane ? PaneTimeline : WindowTimeline;
  return (
    <section className="incident-timeline" aria-label="Timeline">
      <TimelineToolbar
        filter={filter}
        shown={shown.length}
        total={timeline.events.length}
        partial={timeline.partial || timeline.loading}
        onKinds={filtering.setKinds}
        onStarred={filtering.setStarred}
        onRange={filtering.setRange}
      />
      {timeline.loading ? (
        <div className="incident-timeline-empty">
          <SkeletonRows rows={8} label="Loading the timeline" />
        </div>
      ) : timeline.failure !== null && rows.length === 0 ? (
        <ErrorState
          title="The timeline could not be loaded"
          kept="What you write below is kept here."
          advice={timeline.failure.message}
          onRetry={timeline.retry}
        />
      ) : rows.length === 0 ? (
        <Nothing filtered={timeline.events.length > 0} />
      ) : (
        <List
          ref={list}
          rows={rows}
          renderRow={renderRow}
          startAtEnd={ongoing && (pane || rows.length > fewRows)}
        />
      )}
      {mayWrite ? (
        <div className="incident-composer-place">
          <Composer
            ref={composer}
            incident={incident}
            personId={personId}
            onSent={() => requestAnimationFrame(() => list.current?.toEnd())}
          />
        </div>
      ) : null}
      <Suspense fallback={null}>
        {open === null ? null : (
          <EventDialog incident={incident} question={open} onClose={() => setOpen(null)} />
        )}
        {pictures === null ? null : <PictureDialog shown={pictures} onShow={setPictures} />}
      </Suspense>
    </section>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  return (
    <div className="incident-timeline-empty">
      {filtered ? (
        <EmptyState title="Nothing matches these filters">Choose other kinds, or clear the range.</EmptyState>
      ) : (
        <EmptyState title="Nothing here yet">
          The timeline holds what people and systems did and saw, in the order it happened. Write the first
          thing you know; late additions find their place by themselves.
        </EmptyState>
      )}
    </div>
  );
}

/** The same functions at every render, so that thousands of rows need not be looked at again. */
function useEventActions(
  incident: string,
  setOpen: (open: EventQuestion) => void,
  setPictures: (shown: ShownPictures | null) => void,
): EventActions {
  const cache = useQueryClient();
  return useMemo(
    () => ({
      onCorrect: (event) => setOpen({ kind: "correct", event }),
      onWithdraw: (event) => setOpen({ kind: "withdraw", event }),
      onEarlier: (event) => setOpen({ kind: "earlier", event }),
      onOpenPictures: (pictures, index) => setPictures({ pictures, index }),
      onStar(event) {
        const starred = !event.starred;
        showEvents(cache, incident, [{ ...event, starred }]);
        client
          .call(timelineRoutes.star, { params: { ref: incident, event: event.id }, body: { starred } })
          .then(
            (answer) => showEvents(cache, incident, [answer]),
            (error: unknown) => {
              showEvents(cache, incident, [event]);
              showToast({ title: "The star was not saved", description: String(error), tone: "danger" });
            },
          );
      },
    }),
    [cache, incident, setOpen, setPictures],
  );
}

/** Says what others added to people who cannot see it appear. */
function useAnnouncing(timeline: Timeline, personId: string): void {
  const known = useRef<ReadonlySet<string> | null>(null);
  const { events, loading, partial } = timeline;
  useEffect(() => {
    if (loading || partial) return;
    const before = known.current;
    known.current = new Set(events.map(({ id }) => id));
    if (before === null) return;
    const fresh = events.filter((event) => !before.has(event.id) && event.recordedBy?.id !== personId);
    const [first] = fresh;
    if (first === undefined) return;
    const by = first.recordedBy?.name ?? first.actor ?? "Somebody";
    announce(fresh.length === 1 ? `${by}: ${first.body.slice(0, 200)}` : `${fresh.length} new entries`);
  }, [events, loading, partial, personId]);
}
