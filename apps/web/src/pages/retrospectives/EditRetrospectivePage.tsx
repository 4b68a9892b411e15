import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { useParams } from "react-router";
import { useAnswer } from "../../api/answers.ts";
import { useMay } from "../../api/session.ts";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { ButtonLink } from "../../components/Button.tsx";
import { paths } from "../../paths.ts";
import { useDraft } from "./draft/useDraft.ts";
import { StartRetrospective } from "./StartRetrospective.tsx";
import { Workspace, WorkspaceSkeleton } from "./Workspace.tsx";

/** Writing, planning, meeting: everything that makes a retrospective. */
export function Component() {
  const { reference = "" } = useParams();
  const mayEdit = useMay("retrospectives.edit");
  const answer = useAnswer(retrospectiveRoutes.show, { params: { ref: reference } }, { kept: true });
  if (answer.data !== undefined) {
    return mayEdit ? <Loaded retrospective={answer.data} /> : <ReadersOnly reference={reference} />;
  }
  if (answer.error?.code === "not_found") return <StartRetrospective reference={reference} />;
  if (answer.error !== null) {
    return (
      <ErrorState
        heading={1}
        title="The retrospective could not be loaded"
        kept="What you typed before is kept on this device."
        advice={answer.error.message}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  return <WorkspaceSkeleton reference={reference} />;
}

function Loaded({ retrospective }: { retrospective: Retrospective }) {
  const draft = useDraft(retrospective);
  if (draft === null) return <WorkspaceSkeleton reference={retrospective.incident.ref} />;
  return <Workspace retrospective={retrospective} draft={draft} />;
}

function ReadersOnly({ reference }: { reference: string }) {
  return (
    <EmptyState
      title="Members write retrospectives"
      action={<ButtonLink to={paths.retrospective(reference)}>Read it</ButtonLink>}
    >
      Your role lets you read. A lead or an administrator can change that.
    </EmptyState>
  );
}
