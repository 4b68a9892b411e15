import type { Countermeasure } from "@morrow/contract/countermeasures";
import type { RetrospectiveBrief } from "@morrow/contract/retrospectives";
import { Link } from "react-router";
import { StateMark } from "../../components/StateMark.tsx";
import { paths } from "../../paths.ts";

interface Need {
  key: string;
  to: string;
  dueOn: string | null;
  overdue: boolean;
  title: string;
  what: string;
}

/** Retrospectives and countermeasures together, in the order of what slips first. */
export function NeedsMe({
  retrospectives,
  countermeasures,
}: {
  retrospectives: readonly RetrospectiveBrief[];
  countermeasures: readonly Countermeasure[];
}) {
  const needs = [
    ...retrospectives.map(fromRetrospective),
    ...countermeasures.map(fromCountermeasure),
  ].toSorted((a, b) => (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999"));
  return (
    <section aria-labelledby="needs">
      <h2 id="needs" className="home-heading">
        What needs you
      </h2>
      {needs.length === 0 ? (
        <p className="quiet home-none">
          Nothing waits for you. Retrospectives you own or facilitate and your countermeasures appear here,
          what slips first on top.
        </p>
      ) : (
        <ul className="home-list">
          {needs.map((need) => (
            <li key={need.key}>
              <Link to={need.to} className="home-row">
                <span className="home-row-head">
                  {need.dueOn === null ? (
                    <span className="quiet">no date yet</span>
                  ) : (
                    <StateMark
                      state={need.overdue ? "overdue" : "due"}
                    >{`${need.overdue ? "Was due" : "Due"} ${need.dueOn}`}</StateMark>
                  )}
                  <span className="quiet">{need.what}</span>
                </span>
                <span className="home-row-title">{need.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function fromRetrospective(item: RetrospectiveBrief): Need {
  return {
    key: item.id,
    to: paths.editRetrospective(item.incident.ref),
    dueOn: item.dueOn,
    overdue: item.overdue,
    title: item.incident.title,
    what: `Retrospective of ${item.incident.ref}`,
  };
}

function fromCountermeasure(item: Countermeasure): Need {
  return {
    key: item.id,
    to: paths.countermeasure(item.ref),
    dueOn: item.dueOn,
    overdue: item.overdue,
    title: item.title,
    what: `Countermeasure ${item.ref}`,
  };
}
