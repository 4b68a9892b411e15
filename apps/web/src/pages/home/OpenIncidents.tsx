import type { Answer } from "@morrow/client";
import type { knowledgeRoutes } from "@morrow/contract/knowledge";
import { Link } from "react-router";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { StateMark, type StateWord } from "../../components/StateMark.tsx";
import { Time } from "../../components/Time.tsx";
import { paths } from "../../paths.ts";

type Item = Answer<typeof knowledgeRoutes.home>["openIncidents"][number];

/** What is going on right now, above everything else; nothing when all is quiet. */
export function OpenIncidents({ items }: { items: readonly Item[] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="now">
      <h2 id="now" className="home-heading">
        Going on now
      </h2>
      <ul className="home-list">
        {items.map((item) => (
          <li key={item.ref}>
            <Link to={paths.incident(item.ref)} className="home-row home-row-now">
              <span className="home-row-head">
                {item.severity === null ? null : <SeverityMark severity={item.severity} />}
                <StateMark state={stateOf(item.state)} />
                <span className="mono quiet">{item.ref}</span>
              </span>
              <span className="home-row-title">{item.title}</span>
              <span className="quiet">
                {item.at === null ? null : (
                  <>
                    since <Time at={item.at} inList />
                  </>
                )}
                {item.decides === null ? "; nobody has taken command" : `; ${item.decides} decides`}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf(state: string): StateWord {
  return state === "mitigated" || state === "resolved" || state === "closed" ? state : "open";
}
