import type { Incident } from "@morrow/contract/incidents";
import type { Milestone } from "@morrow/domain/incidents";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { localZone } from "../../components/timeText.ts";
import { Tabs } from "../../components/Tabs.tsx";
import { newKey, orderedId } from "../../outbox/entry.ts";
import { putEntry } from "../../outbox/outbox.ts";
import { AtHand } from "./at-hand/AtHand.tsx";
import type { ComposerHandle } from "./composer/Composer.tsx";
import { Facts } from "./facts/Facts.tsx";
import type { IncidentDialog } from "./IncidentDialogs.tsx";
import { IncidentHead } from "./head/IncidentHead.tsx";
import { TimeStrip } from "./strip/TimeStrip.tsx";
import type { ShownPictures } from "./timeline/PictureDialog.tsx";
import { TimelineColumn } from "./timeline/TimelineColumn.tsx";
import { useTimeline } from "./timeline/useTimeline.ts";
import { useTimelineFilter } from "./timeline/useTimelineFilter.ts";
import { useIncidentActions } from "./useIncidentActions.ts";
import { useIncidentLayout } from "./useWide.ts";

const IncidentDialogs = lazy(() => import("./IncidentDialogs.tsx"));
const PictureDialog = lazy(() => import("./timeline/PictureDialog.tsx"));

export interface IncidentViewProps {
  readonly incident: Incident;
  readonly me: { readonly id: string; readonly name: string };
  readonly may: { readonly edit: boolean; readonly write: boolean; readonly restrict: boolean };
}

type TabName = "timeline" | "facts" | "at-hand";

export function IncidentView({ incident, me, may }: IncidentViewProps) {
  const layout = useIncidentLayout();
  const timeline = useTimeline(incident.ref, incident.id);
  const filtering = useTimelineFilter();
  const minute = useMinute();
  const [tab, setTab] = useTab();
  const [dialog, setDialog] = useState<IncidentDialog>({ kind: "none" });
  const [severityOpen, setSeverityOpen] = useState(false);
  const [pictures, setPictures] = useState<ShownPictures | null>(null);
  const composer = useRef<ComposerHandle>(null);
  const ongoing = incident.state === "open" || incident.state === "mitigated";

  /** At once where it can be: the next key that is pressed belongs to the text. Behind another tab it is there one frame later. */
  function withComposer(use: (handle: ComposerHandle) => void): void {
    if (composer.current !== null) return use(composer.current);
    setTab("timeline");
    requestAnimationFrame(() => composer.current !== null && use(composer.current));
  }

  function setNow(milestone: Milestone): void {
    const now = Date.now();
    const when = { at: new Date(now).toISOString(), zone: localZone(), precision: "second" as const };
    void putEntry({
      id: orderedId(now),
      key: newKey(),
      personId: me.id,
      incident: incident.ref,
      body: { kind: "milestone", milestone, body: "", when },
      images: [],
      refused: null,
    });
  }

  useIncidentActions({
    incident,
    may,
    onNote: () => withComposer((handle) => handle.focus()),
    onSeverity: () => setSeverityOpen(true),
    onDialog: setDialog,
    onSetNow: setNow,
    onStarred: () => filtering.setStarred(!filtering.filter.starred),
  });

  const timelineColumn = (
    <TimelineColumn
      incident={incident.ref}
      personId={me.id}
      mayWrite={may.write}
      ongoing={ongoing}
      timeline={timeline}
      filtering={filtering}
      pane={layout === "panes"}
      composer={composer}
      onEdit={(text) => withComposer((handle) => handle.edit(text))}
    />
  );
  const facts = (
    <Facts
      incident={incident}
      mayEdit={may.edit}
      mayRestrict={may.restrict}
      onAssume={(role) => setDialog({ kind: "role", question: { kind: "assume", role } })}
      onHandOver={(assignment) => setDialog({ kind: "role", question: { kind: "hand_over", assignment } })}
      onSetNow={setNow}
      onMilestone={(milestone) => setDialog({ kind: "milestone", milestone })}
      onEdit={() => setDialog({ kind: "facts" })}
      onAccess={() => setDialog({ kind: "access" })}
      onHistory={() => setDialog({ kind: "history" })}
    />
  );
  const atHand = (
    <AtHand
      incident={incident}
      events={timeline.events}
      me={me}
      onOpenPictures={(all, index) => setPictures({ pictures: all, index })}
    />
  );

  return (
    <div className="incident-page" data-layout={layout}>
      <IncidentHead
        incident={incident}
        mayEdit={may.edit}
        severityOpen={severityOpen}
        onSeverityOpenChange={setSeverityOpen}
        onAssume={() => setDialog({ kind: "role", question: { kind: "assume", role: "incident_commander" } })}
      />
      <TimeStrip
        incident={incident}
        events={timeline.events}
        selected={filtering.filter.range}
        onSelect={filtering.setRange}
        now={minute}
      />
      {layout === "tabs" ? (
        <Tabs<TabName>
          label="Parts of the incident"
          value={tab}
          onValueChange={setTab}
          tabs={[
            { value: "timeline", label: "Timeline", panel: timelineColumn },
            { value: "facts", label: "Facts", panel: facts },
            { value: "at-hand", label: "At hand", panel: atHand },
          ]}
        />
      ) : (
        <div className="incident-columns">
          <aside className="incident-side" aria-label="Facts" tabIndex={-1}>
            {facts}
          </aside>
          {timelineColumn}
          <aside className="incident-side" aria-label="At hand" tabIndex={-1}>
            {atHand}
          </aside>
        </div>
      )}
      <Suspense fallback={null}>
        {dialog.kind === "none" ? null : (
          <IncidentDialogs
            incident={incident}
            events={timeline.events}
            me={me}
            dialog={dialog}
            onClose={() => setDialog({ kind: "none" })}
          />
        )}
        {pictures === null ? null : <PictureDialog shown={pictures} onShow={setPictures} />}
      </Suspense>
    </div>
  );
}

/** On a phone the part in sight stands in the address, so that going back goes back. */
function useTab(): [TabName, (tab: TabName) => void] {
  const [params, setParams] = useSearchParams();
  const said = params.get("part");
  const tab: TabName = said === "facts" || said === "at-hand" ? said : "timeline";
  const setTab = (next: TabName) => {
    if (next === tab) return;
    setParams(
      (before) => {
        const query = new URLSearchParams(before);
        if (next === "timeline") query.delete("part");
        else query.set("part", next);
        return query;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return [tab, setTab];
}

/** The time, to the minute: enough for a picture that grows. */
function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
