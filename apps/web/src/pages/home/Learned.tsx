import type { Answer } from "@morrow/client";
import type { knowledgeRoutes } from "@morrow/contract/knowledge";
import { Link } from "react-router";
import { Badge } from "../../components/Badge.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { Time } from "../../components/Time.tsx";
import { paths } from "../../paths.ts";

type Home = Answer<typeof knowledgeRoutes.home>;

/** The newest publications, each with its one sentence. */
export function Learned({ items }: { items: Home["learned"] }) {
  return (
    <section aria-labelledby="learned">
      <h2 id="learned" className="home-heading">
        What we learned lately
      </h2>
      {items.length === 0 ? (
        <p className="quiet home-none">
          Published retrospectives appear here, each with the one sentence worth keeping.
        </p>
      ) : null}
      {items.map((item) => (
        <article key={item.id} className="home-card">
          <Link to={paths.retrospective(item.incident.ref)} className="home-card-link">
            <p className="lesson">{item.lesson === "" ? item.incident.title : item.lesson}</p>
          </Link>
          <p className="cluster quiet">
            {item.incident.severity === null ? null : <SeverityMark severity={item.incident.severity} />}
            <span className="mono">{item.incident.ref}</span>
            {item.publishedAt === null ? null : <Time at={item.publishedAt} show="date" inList />}
            {item.services.slice(0, 3).map((service) => (
              <Badge key={service}>{service}</Badge>
            ))}
          </p>
        </article>
      ))}
    </section>
  );
}

/** What happened on this day in earlier years; nothing when nothing did. */
export function OnThisDay({ items }: { items: Home["onThisDay"] }) {
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="this-day">
      <h2 id="this-day" className="home-heading">
        On this day
      </h2>
      {items.map((item) => (
        <article key={item.ref} className="home-card">
          <Link to={paths.retrospective(item.ref)} className="home-card-link">
            <p>
              <span className="mono quiet">{item.at.slice(0, 4)}</span> {item.title}
            </p>
          </Link>
          {item.lesson === "" ? null : <p className="quiet">{item.lesson}</p>}
        </article>
      ))}
    </section>
  );
}
