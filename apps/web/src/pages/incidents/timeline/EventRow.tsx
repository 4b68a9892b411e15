import type { TimelineEvent } from "@morrow/contract/timeline";
import { milestoneLabels } from "@morrow/domain/incidents";
import { precisionLabels, timelineKindLabels, timelineSourceLabels } from "@morrow/domain/timeline";
import { Ellipsis, History, Pencil, Star, Undo2 } from "lucide-react";
import { memo } from "react";
import { IconButton } from "../../../components/IconButton.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Time } from "../../../components/Time.tsx";
import { EventBody } from "./EventBody.tsx";
import { Evidence, type Picture } from "./Evidence.tsx";
import { KindGlyph, SourceGlyph } from "./KindGlyph.tsx";

export interface EventActions {
  readonly onStar: (event: TimelineEvent) => void;
  readonly onCorrect: (event: TimelineEvent) => void;
  readonly onWithdraw: (event: TimelineEvent) => void;
  readonly onEarlier: (event: TimelineEvent) => void;
  readonly onOpenPictures: (pictures: readonly Picture[], index: number) => void;
}

export interface EventRowProps extends EventActions {
  readonly event: TimelineEvent;
  /** Whether this person may change the timeline. */
  readonly mayWrite: boolean;
}

/** One thing that happened: when, from where, who, what. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, mayWrite, onStar, onOpenPictures, onEarlier } = props;
  return (
    <article
      className="incident-event"
      data-kind={event.kind}
      data-starred={event.starred || undefined}
      id={`event-${event.id}`}
      aria-label={nameOf(event)}
    >
      <EventTime event={event} />
      <span className="incident-event-glyph" title={timelineSourceLabels[event.source]}>
        {event.source === "person" ? <KindGlyph kind={event.kind} /> : <SourceGlyph source={event.source} />}
        <span className="visually-hidden">{timelineSourceLabels[event.source]}</span>
      </span>
      <div className="incident-event-content">
        <p className="incident-event-head">
          <span className="incident-event-author">{authorOf(event)}</span>
          {event.milestone !== null ? (
            <strong className="incident-event-milestone">{milestoneLabels[event.milestone].label}</strong>
          ) : event.kind === "note" ? null : (
            <span className="incident-event-kind">{timelineKindLabels[event.kind].label}</span>
          )}
          {event.supersedes === null ? null : (
            <button type="button" className="incident-event-corrected" onClick={() => onEarlier(event)}>
              corrected
            </button>
          )}
        </p>
        <EventBody source={event.body} />
        <Evidence evidence={event.evidence} onOpen={onOpenPictures} />
      </div>
      <div className="incident-event-actions">
        {mayWrite || event.starred ? (
          <IconButton
            size="small"
            tooltip={false}
            className="incident-star"
            label={event.starred ? "Important: remove the star" : "Mark as important"}
            aria-pressed={event.starred}
            disabled={!mayWrite}
            icon={<Star size={16} aria-hidden="true" fill={event.starred ? "currentColor" : "none"} />}
            onClick={() => onStar(event)}
          />
        ) : null}
        {mayWrite ? <EventMenu {...props} /> : null}
      </div>
    </article>
  );
});

function EventTime({ event }: { event: TimelineEvent }) {
  if (event.at === null) return <span className="incident-event-time quiet">{event.given ?? "no time"}</span>;
  const original = originalOf(event);
  return (
    <span className="incident-event-time">
      <Time
        at={event.at}
        show="time"
        seconds={event.precision === "second"}
        precision={precisionLabels[event.precision]}
        inList
        {...(original === undefined ? {} : { original })}
      />
      {event.until === null ? null : (
        <>
          <span className="visually-hidden"> until </span>
          <span className="quiet">
            –<Time at={event.until} show="time" inList />
          </span>
        </>
      )}
    </span>
  );
}

function EventMenu({ event, onStar, onCorrect, onWithdraw, onEarlier }: EventRowProps) {
  const icon = { size: 16, "aria-hidden": true } as const;
  return (
    <Menu
      trigger={
        <IconButton
          size="small"
          tooltip={false}
          label="What can be done with this entry"
          icon={<Ellipsis size={16} aria-hidden="true" />}
        />
      }
      entries={[
        {
          kind: "action",
          label: event.starred ? "Remove the star" : "Mark as important",
          icon: <Star {...icon} />,
          onSelect: () => onStar(event),
        },
        { kind: "action", label: "Correct it", icon: <Pencil {...icon} />, onSelect: () => onCorrect(event) },
        ...(event.supersedes === null
          ? []
          : ([
              {
                kind: "action",
                label: "Show what stood here before",
                icon: <History {...icon} />,
                onSelect: () => onEarlier(event),
              },
            ] as const)),
        {
          kind: "action",
          label: "Withdraw it",
          icon: <Undo2 {...icon} />,
          onSelect: () => onWithdraw(event),
        },
      ]}
    />
  );
}

function authorOf(event: TimelineEvent): string {
  return event.actor ?? event.recordedBy?.name ?? timelineSourceLabels[event.source];
}

function nameOf(event: TimelineEvent): string {
  const what =
    event.milestone === null ? timelineKindLabels[event.kind].label : milestoneLabels[event.milestone].label;
  return `${what}, ${authorOf(event)}`;
}

function originalOf({ given, zone }: TimelineEvent): string | undefined {
  if (given === null) return zone ?? undefined;
  return zone === null ? given : `${given} (${zone})`;
}
