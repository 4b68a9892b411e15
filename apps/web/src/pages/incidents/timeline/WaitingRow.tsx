import { milestoneLabels } from "@morrow/domain/incidents";
import { timelineKindLabels } from "@morrow/domain/timeline";
import { CloudOff, TriangleAlert } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { Time } from "../../../components/Time.tsx";
import type { OutboxEntry } from "../../../outbox/entry.ts";
import { outboxIsDurable, putEntry, removeEntry } from "../../../outbox/outbox.ts";
import { EventBody } from "./EventBody.tsx";

/** Sending takes a moment even when all is well; only a longer wait is worth a word. */
const quietMs = 1_500;

/** An entry that the server does not hold yet: what it says, and what is true about it. */
export function WaitingRow({ entry, onEdit }: { entry: OutboxEntry; onEdit: (text: string) => void }) {
  const slow = useSlow();
  const { body, images, refused } = entry;
  const at = body.when !== undefined && "at" in body.when ? body.when.at : null;
  return (
    <article
      className="incident-event"
      data-waiting
      data-refused={refused !== null || undefined}
      aria-label="Entry waiting to be sent"
    >
      <span className="incident-event-time">{at === null ? null : <Time at={at} show="time" inList />}</span>
      <span className="incident-event-glyph">
        {refused === null ? (
          <CloudOff size={14} aria-hidden="true" />
        ) : (
          <TriangleAlert size={14} aria-hidden="true" />
        )}
      </span>
      <div className="incident-event-content">
        <p className="incident-event-head">
          {body.milestone == null ? null : (
            <strong className="incident-event-milestone">{milestoneLabels[body.milestone].label}</strong>
          )}
          {body.kind === undefined || body.kind === "note" || body.milestone != null ? null : (
            <span className="incident-event-kind">{timelineKindLabels[body.kind].label}</span>
          )}
          <span className="incident-waiting-word" role="status">
            {refused !== null ? "Not recorded" : slow ? waitingWord() : "sending …"}
          </span>
        </p>
        <EventBody source={body.body} />
        {images.length === 0 ? null : (
          <p className="quiet">{images.length === 1 ? "with an image" : `with ${images.length} images`}</p>
        )}
        {refused === null ? null : (
          <>
            <p className="incident-waiting-reason">{refused}</p>
            <div className="cluster">
              <Button size="small" onClick={() => void removeEntry(entry.id).then(() => onEdit(body.body))}>
                Edit it
              </Button>
              <Button size="small" kind="quiet" onClick={() => void putEntry({ ...entry, refused: null })}>
                Send it again
              </Button>
              <Button size="small" kind="quiet" onClick={() => void removeEntry(entry.id)}>
                Discard it
              </Button>
            </div>
          </>
        )}
      </div>
    </article>
  );
}

function waitingWord(): string {
  return outboxIsDurable()
    ? "waiting to be sent (kept here)"
    : "waiting to be sent (kept only while this tab is open)";
}

function useSlow(): boolean {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), quietMs);
    return () => clearTimeout(timer);
  }, []);
  return slow;
}
