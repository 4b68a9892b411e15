import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { Link, useParams } from "react-router";
import { useAnswer } from "../../api/answers.ts";
import { useMay } from "../../api/session.ts";
import { Badge } from "../../components/Badge.tsx";
import { ButtonLink } from "../../components/Button.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SkeletonText } from "../../components/Skeleton.tsx";
import { StateMark } from "../../components/StateMark.tsx";
import { Time } from "../../components/Time.tsx";
import { paths } from "../../paths.ts";
import "./countermeasures.css";
import { Description } from "./Description.tsx";
import { Facts } from "./Facts.tsx";
import { MergeButton } from "./MergeButton.tsx";
import { MoveMenu } from "./MoveMenu.tsx";
import { Votes } from "./Votes.tsx";

export function Component() {
  const { reference = "" } = useParams();
  const answer = useAnswer(countermeasureRoutes.show, { params: { ref: reference } });
  if (answer.error !== null) {
    const gone = answer.error.status === 404;
    return (
      <ErrorState
        heading={1}
        title={gone ? `There is no ${reference} here` : `${reference} could not be opened`}
        advice={
          gone
            ? "It does not exist, or its incident is restricted and not open to you."
            : answer.error.message
        }
        {...(gone ? {} : { onRetry: () => void answer.refetch() })}
        action={<ButtonLink to={paths.countermeasures()}>All countermeasures</ButtonLink>}
      />
    );
  }
  if (answer.data === undefined) return <SkeletonText lines={6} />;
  return <Page item={answer.data} />;
}

function Page({ item }: { item: Countermeasure }) {
  const editable = useMay("countermeasures.edit") && item.mergedInto === null;
  return (
    <>
      <PageHeader
        title={item.title}
        windowTitle={`${item.ref} ${item.title}`}
        crumbs={[{ label: "Countermeasures", to: paths.countermeasures() }]}
        meta={
          <span className="cluster">
            <span className="mono">{item.ref}</span>
            <StateMark state={item.state} />
            {item.restricted ? <Badge tone="attention">restricted</Badge> : null}
            {item.mergedInto === null ? null : (
              <span>
                now part of <Link to={paths.countermeasure(item.mergedInto)}>{item.mergedInto}</Link>
              </span>
            )}
          </span>
        }
        actions={
          editable ? (
            <>
              <MergeButton item={item} />
              <MoveMenu item={item} />
            </>
          ) : undefined
        }
      />
      <div className="measure-page">
        <div className="stack">
          <Description item={item} editable={editable} />
          <Remarks item={item} />
          <Sources item={item} />
          {item.state === "idea" ? <Votes item={item} editable={editable} /> : null}
        </div>
        <Facts item={item} editable={editable} />
      </div>
    </>
  );
}

function Remarks({ item }: { item: Countermeasure }) {
  if (item.remarks.length === 0) return null;
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="overline">
        The coach asks
      </h2>
      {item.remarks.map((remark) => (
        <p key={remark.ruleId + remark.question} className="measure-remark">
          {remark.question} <span className="quiet">{remark.message}</span>
        </p>
      ))}
    </section>
  );
}

function Sources({ item }: { item: Countermeasure }) {
  return (
    <section aria-labelledby="sources">
      <h2 id="sources" className="overline">
        Asked for by
      </h2>
      <ul className="measure-list">
        {item.sources.map((source) => (
          <li key={source.ref}>
            <Link to={paths.retrospective(source.ref)}>
              <span className="mono">{source.ref}</span> {source.title}
            </Link>
          </li>
        ))}
      </ul>
      <p className="quiet">
        Written down {item.createdBy === null ? "" : `by ${item.createdBy.name} `}on{" "}
        <Time at={item.createdAt} show="date" />.
      </p>
    </section>
  );
}
