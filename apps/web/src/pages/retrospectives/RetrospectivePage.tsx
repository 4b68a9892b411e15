import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { lazy, Suspense } from "react";
import { useParams, useSearchParams } from "react-router";
import { useAnswer } from "../../api/answers.ts";
import { ErrorState } from "../../components/ErrorState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Skeleton, SkeletonText } from "../../components/Skeleton.tsx";
import { paths } from "../../paths.ts";
import { Article } from "./reading/Article.tsx";
import { StartRetrospective } from "./StartRetrospective.tsx";

const HistoryView = lazy(() => import("./history/HistoryView.tsx"));

/** Reading: set like an article. `?view=history` shows how it came to be. */
export function Component() {
  const { reference = "" } = useParams();
  const [address] = useSearchParams();
  const answer = useAnswer(retrospectiveRoutes.show, { params: { ref: reference } }, { kept: true });
  if (answer.data !== undefined) {
    if (address.get("view") !== "history") return <Article retrospective={answer.data} />;
    return (
      <>
        <PageHeader
          title="How this text came to be"
          crumbs={[
            { label: reference, to: paths.incident(reference) },
            { label: "Retrospective", to: paths.retrospective(reference) },
          ]}
        />
        <Suspense fallback={<SkeletonText lines={6} />}>
          <HistoryView retrospective={answer.data} />
        </Suspense>
      </>
    );
  }
  if (answer.error?.code === "not_found") return <StartRetrospective reference={reference} />;
  if (answer.error !== null) {
    return (
      <ErrorState
        heading={1}
        title="The retrospective could not be loaded"
        advice={answer.error.message}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  return (
    <div className="stack" role="status" aria-label="Loading" style={{ maxWidth: "68ch" }}>
      <Skeleton width={20} />
      <Skeleton height={6} />
      <SkeletonText lines={12} />
    </div>
  );
}
