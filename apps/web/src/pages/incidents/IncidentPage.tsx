import { Failure } from "@morrow/client";
import type { Incident } from "@morrow/contract/incidents";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useParams } from "react-router";
import { useMay, useSignedIn } from "../../api/session.ts";
import { ButtonLink } from "../../components/Button.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { Skeleton, SkeletonRows } from "../../components/Skeleton.tsx";
import { paths } from "../../paths.ts";
import { IncidentView } from "./IncidentView.tsx";
import "./Incident.css";
import { incidentQuery, referenceOf } from "./prefetchIncident.ts";
import { useIncidentLayout } from "./useWide.ts";

/** One incident: what happened, where it stands, what can be done next. */
export function Component() {
  const { reference = "" } = useParams();
  const { data, error, refetch } = useQuery(incidentQuery(referenceOf(reference)));
  const { person } = useSignedIn();
  const may = {
    edit: useMay("incidents.edit"),
    write: useMay("timeline.add"),
    restrict: useMay("incidents.restrict"),
  };
  useTitle(data);
  useReadiness();
  if (data !== undefined) return <IncidentView key={data.id} incident={data} me={person} may={may} />;
  if (error !== null) return <Missing reference={reference} failure={error} onRetry={() => void refetch()} />;
  return <PageOutline />;
}

function useTitle(incident: Incident | undefined): void {
  const title = incident === undefined ? undefined : `${incident.ref} ${incident.title} · Morrow`;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
}

/** Fetches, when nothing else is going on, what this page will need once the network is gone. */
function useReadiness(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      void Promise.allSettled([
        import("../../components/markdown/RenderedMarkdown.tsx"),
        import("./DeclareSheet.tsx"),
        import("./IncidentDialogs.tsx"),
        import("./composer/WhenForm.tsx"),
        import("./head/SeverityPanel.tsx"),
        import("./head/TitleForm.tsx"),
        import("./timeline/EventDialog.tsx"),
        import("./timeline/PictureDialog.tsx"),
        import("../../commands/CommandPalette.tsx"),
        import("../../components/menu/OpenedMenu.tsx"),
        import("../../components/popover/OpenedPopover.tsx"),
        import("../../components/toast/ToastStack.tsx"),
      ]);
    }, 1_500);
    return () => clearTimeout(timer);
  }, []);
}

function Missing({
  reference,
  failure,
  onRetry,
}: {
  reference: string;
  failure: Failure;
  onRetry: () => void;
}) {
  const gone = failure.status === 404;
  return (
    <>
      <h1 tabIndex={-1} className="visually-hidden">
        {reference}
      </h1>
      <ErrorState
        title={gone ? `There is no ${reference} here` : `${reference} could not be loaded`}
        advice={gone ? "It does not exist, or it is restricted and not open to you." : failure.message}
        {...(gone ? {} : { onRetry })}
        action={<ButtonLink to={paths.incidents()}>All incidents</ButtonLink>}
      />
    </>
  );
}

/** The page's places, before its data: nothing jumps when it comes. */
function PageOutline() {
  const layout = useIncidentLayout();
  return (
    <div className="incident-page" data-layout={layout}>
      <h1 tabIndex={-1} className="visually-hidden">
        Incident
      </h1>
      <Skeleton width="min(32rem, 100%)" height={2.25} />
      <Skeleton width="min(24rem, 90%)" height={2} />
      <Skeleton height={5.5} />
      {layout === "tabs" ? (
        <SkeletonRows rows={6} label="Loading the incident" />
      ) : (
        <div className="incident-columns">
          <SkeletonRows rows={8} label="Loading the facts" />
          <SkeletonRows rows={8} label="Loading the timeline" />
          <SkeletonRows rows={4} label="Loading what is at hand" />
        </div>
      )}
    </div>
  );
}
