import type { Retrospective } from "@morrow/contract/retrospectives";
import { BookOpen } from "lucide-react";
import { lazy, Suspense, useState, type ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { useMay } from "../../api/session.ts";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SaveState } from "../../components/SaveState.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { Skeleton, SkeletonText } from "../../components/Skeleton.tsx";
import { useCommands } from "../../commands/registry.ts";
import { useShortcuts } from "../../keyboard/shortcuts.ts";
import { Time } from "../../components/Time.tsx";
import { paths } from "../../paths.ts";
import { DueMark } from "./DueMark.tsx";
import type { Draft } from "./draft/draft.ts";
import { DraftNotice } from "./draft/DraftNotice.tsx";
import { SectionConflict } from "./draft/SectionConflict.tsx";
import { useDraftState } from "./draft/useDraft.ts";
import { WriteView } from "./writing/WriteView.tsx";
import "./workspace.css";

const PlanView = lazy(() => import("./planning/PlanView.tsx"));
const PerspectivesView = lazy(() => import("./perspectives/PerspectivesView.tsx"));
const MeetingView = lazy(() => import("./meeting/MeetingView.tsx"));
const HistoryView = lazy(() => import("./history/HistoryView.tsx"));
const PublishDialog = lazy(() => import("./publishing/PublishDialog.tsx"));

const views = [
  { id: "write", label: "Write" },
  { id: "plan", label: "Plan" },
  { id: "perspectives", label: "Perspectives" },
  { id: "meeting", label: "Meeting" },
  { id: "history", label: "History" },
] as const;
type View = (typeof views)[number]["id"];

/** The frame around all that is done to one retrospective, with the truth about saving always in sight. */
export function Workspace({ retrospective, draft }: { retrospective: Retrospective; draft: Draft }) {
  const [address, setAddress] = useSearchParams();
  const view: View = views.find(({ id }) => id === address.get("view"))?.id ?? "write";
  const { saving, conflict, base } = useDraftState(draft);
  const [comparing, setComparing] = useState(true);
  const [publishing, setPublishing] = useState(false);
  const mayPublish = useMay("retrospectives.publish");
  const { incident, state } = retrospective;
  const show = (next: View) => setAddress(next === "write" ? {} : { view: next });
  const publish = () => {
    draft.save();
    setPublishing(true);
  };
  useShortcuts([
    { keys: "mod+s", label: "Save now", group: "Retrospective", run: () => draft.save(), everywhere: true },
    ...views.map(({ id, label }, index) => ({
      keys: `v ${index + 1}`,
      label: `Show ${label.toLowerCase()}`,
      group: "Retrospective",
      run: () => show(id),
    })),
  ]);
  useCommands([
    ...(mayPublish
      ? [{ id: "retro-publish", label: "Publish this retrospective", group: "Here" as const, run: publish }]
      : []),
    ...views.map(({ id, label }) => ({
      id: `retro-${id}`,
      label: `Show: ${label}`,
      group: "Here" as const,
      run: () => show(id),
    })),
  ]);
  return (
    <>
      <PageHeader
        title={incident.title}
        windowTitle={`${incident.ref} retrospective`}
        crumbs={[
          { label: incident.ref, to: paths.incident(incident.ref) },
          { label: "Retrospective", to: paths.retrospective(incident.ref) },
        ]}
        meta={
          <>
            {incident.severity === null ? null : <SeverityMark severity={incident.severity} />}
            <DueMark retrospective={retrospective} />
          </>
        }
        actions={
          <ButtonLink to={paths.retrospective(incident.ref)} icon={<BookOpen size={16} aria-hidden="true" />}>
            Read
          </ButtonLink>
        }
      />
      <div className="retro-bar">
        <nav aria-label="Views of this retrospective">
          <ul className="retro-views">
            {views.map(({ id, label }) => (
              <li key={id}>
                <Link
                  to={id === "write" ? "?" : `?view=${id}`}
                  aria-current={id === view ? "page" : undefined}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {saving.state === "untouched" ? (
          <span className="m-save">
            saved <Time at={base.savedAt} />
          </span>
        ) : (
          <SaveState
            saving={saving}
            {...(saving.state === "conflict" ? { onResolve: () => setComparing(true) } : {})}
          />
        )}
        {mayPublish ? (
          <Button kind="primary" onClick={publish}>
            {state === "published" ? "Publish again" : "Publish"}
          </Button>
        ) : null}
      </div>
      <DraftNotice draft={draft} />
      <Suspense fallback={<SkeletonText lines={6} />}>{viewOf(view, retrospective, draft)}</Suspense>
      {conflict === null ? null : (
        <SectionConflict draft={draft} conflict={conflict} open={comparing} onOpenChange={setComparing} />
      )}
      <Suspense fallback={null}>
        {publishing ? (
          <PublishDialog retrospective={retrospective} draft={draft} onClose={() => setPublishing(false)} />
        ) : null}
      </Suspense>
    </>
  );
}

function viewOf(view: View, retrospective: Retrospective, draft: Draft): ReactNode {
  switch (view) {
    case "write":
      return <WriteView retrospective={retrospective} draft={draft} />;
    case "plan":
      return <PlanView retrospective={retrospective} />;
    case "perspectives":
      return <PerspectivesView retrospective={retrospective} />;
    case "meeting":
      return <MeetingView retrospective={retrospective} draft={draft} />;
    case "history":
      return <HistoryView retrospective={retrospective} draft={draft} />;
  }
}

export function WorkspaceSkeleton({ reference }: { reference: string }) {
  return (
    <>
      <PageHeader title={reference} crumbs={[{ label: reference, to: paths.incident(reference) }]} />
      <div className="stack" role="status" aria-label="Loading">
        <Skeleton width={24} height={2} />
        <Skeleton height={4} />
        <Skeleton height={16} />
      </div>
    </>
  );
}
