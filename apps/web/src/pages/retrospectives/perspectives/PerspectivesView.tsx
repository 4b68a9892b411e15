import { retrospectiveRoutes, type Perspective, type Retrospective } from "@morrow/contract/retrospectives";
import { useAnswer } from "../../../api/answers.ts";
import { ErrorState } from "../../../components/ErrorState.tsx";
import { Markdown } from "../../../components/Markdown.tsx";
import { SkeletonText } from "../../../components/Skeleton.tsx";
import { Time } from "../../../components/Time.tsx";
import { MyPerspective } from "./MyPerspective.tsx";
import { perspectiveQuestions } from "./perspectiveQuestions.ts";
import "./perspectives.css";

/** Everyone's own account, written before hearing the others'. */
export default function PerspectivesView({ retrospective }: { retrospective: Retrospective }) {
  const { ref } = retrospective.incident;
  const answer = useAnswer(retrospectiveRoutes.perspectives, { params: { ref } });
  if (answer.data === undefined) {
    if (answer.error === null) return <SkeletonText lines={8} />;
    return (
      <ErrorState
        title="The accounts could not be loaded"
        advice={answer.error.message}
        onRetry={() => void answer.refetch()}
      />
    );
  }
  const { mine, others, hidden } = answer.data;
  return (
    <div className="retro-perspectives">
      <MyPerspective key={mine?.id ?? "new"} incident={ref} retrospectiveId={retrospective.id} mine={mine} />
      <section className="stack" aria-labelledby="retro-others">
        <h2 id="retro-others">The others</h2>
        {hidden > 0 ? (
          <p className="retro-hidden">
            {hidden === 1 ? "One account is written already." : `${hidden} accounts are written already.`}{" "}
            They open when yours is saved, so that nobody's memory is coloured by another's.
          </p>
        ) : null}
        {others.length === 0 && hidden === 0 ? (
          <p className="quiet">
            Nobody else has written yet. Each account stays closed to the others until theirs is saved.
          </p>
        ) : null}
        {others.map((each) => (
          <Account key={each.id} perspective={each} />
        ))}
      </section>
    </div>
  );
}

function Account({ perspective }: { perspective: Perspective }) {
  return (
    <article className="retro-account" aria-label={`Account of ${perspective.person.name}`}>
      <h3>
        {perspective.person.name} <Time at={perspective.savedAt} show="date" inList />
      </h3>
      {perspectiveQuestions.map(({ field, label }) =>
        perspective[field].trim() === "" ? null : (
          <div key={field}>
            <h4 className="overline">{label}</h4>
            <Markdown source={perspective[field]} setting="reading" lines={2} />
          </div>
        ),
      )}
    </article>
  );
}
