import { countermeasureRoutes } from "@morrow/contract/countermeasures";
import type { Incident } from "@morrow/contract/incidents";
import { knowledgeRoutes } from "@morrow/contract/knowledge";
import type { TimelineEvent } from "@morrow/contract/timeline";
import { useMemo } from "react";
import { Link } from "react-router";
import { useAnswer } from "../../../api/answers.ts";
import { SkeletonText } from "../../../components/Skeleton.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { paths } from "../../../paths.ts";
import { Section } from "../facts/Section.tsx";
import { picturesOf, type Picture } from "../timeline/Evidence.tsx";
import "./AtHand.css";
import { ClosingGate } from "./ClosingGate.tsx";
import { RetrospectiveCard } from "./RetrospectiveCard.tsx";
import { SimilarList } from "./SimilarList.tsx";

export interface AtHandProps {
  readonly incident: Incident;
  readonly events: readonly TimelineEvent[];
  readonly me: { readonly id: string; readonly name: string };
  readonly onOpenPictures: (pictures: readonly Picture[], index: number) => void;
}

/** What helps now: what others learned from something like this, what was seen, and what comes after. */
export function AtHand({ incident, events, me, onOpenPictures }: AtHandProps) {
  const ongoing = incident.state === "open" || incident.state === "mitigated";
  const after = (
    <>
      <RetrospectiveCard incident={incident} />
      <ClosingGate incident={incident} me={me.name} />
      <Countermeasures incident={incident.ref} />
    </>
  );
  return (
    <div className="incident-at-hand">
      {ongoing ? null : after}
      <Similar incident={incident.ref} />
      <Pictures events={events} onOpen={onOpenPictures} />
      {ongoing ? after : null}
    </div>
  );
}

function Similar({ incident }: { incident: string }) {
  const { data, isPending, error } = useAnswer(
    knowledgeRoutes.similar,
    { body: { ref: incident, limit: 5 } },
    { kept: true, staleTime: 120_000 },
  );
  return (
    <Section title="Similar before">
      {isPending ? (
        <SkeletonText lines={4} />
      ) : error !== null || data === undefined ? (
        <p className="quiet">Similar ones cannot be looked up at the moment.</p>
      ) : data.items.length === 0 ? (
        <p className="quiet">
          Nothing similar is known yet. What you write here may be what helps the next time.
        </p>
      ) : (
        <SimilarList hits={data.items} />
      )}
    </Section>
  );
}

function Pictures({
  events,
  onOpen,
}: {
  events: readonly TimelineEvent[];
  onOpen: AtHandProps["onOpenPictures"];
}) {
  const pictures = useMemo(() => events.flatMap((event) => picturesOf(event.evidence)), [events]);
  return (
    <Section title="Evidence">
      {pictures.length === 0 ? (
        <p className="quiet">Paste a graph into an entry and it is at hand here.</p>
      ) : (
        <div className="incident-evidence-grid">
          {pictures.map((picture, index) => (
            <button
              // oxlint-disable-next-line react/no-array-index-key -- the same image may stand in several entries
              key={`${picture.url} ${index}`}
              type="button"
              className="incident-thumbnail"
              aria-label={`Open ${picture.label}`}
              onClick={() => onOpen(pictures, index)}
            >
              <img src={picture.url} alt={picture.label} loading="lazy" decoding="async" />
            </button>
          ))}
        </div>
      )}
    </Section>
  );
}

function Countermeasures({ incident }: { incident: string }) {
  const { data } = useAnswer(countermeasureRoutes.list, { query: { incident, limit: 50 } }, { kept: true });
  if (data === undefined) return null;
  return (
    <Section title="Countermeasures">
      {data.items.length === 0 ? (
        <p className="quiet">
          None yet. Ideas come up while one works on it; write them into the timeline, the retrospective
          collects them.
        </p>
      ) : (
        <ul className="stack-tight">
          {data.items.map((countermeasure) => (
            <li key={countermeasure.id} className="incident-countermeasure">
              <Link to={paths.countermeasure(countermeasure.ref)}>{countermeasure.title}</Link>
              <span className="cluster quiet">
                <StateMark state={countermeasure.overdue ? "overdue" : countermeasure.state} />
                {countermeasure.owner?.name ?? countermeasure.ownerName ?? "nobody yet"}
                {countermeasure.dueOn === null ? null : <span className="mono">{countermeasure.dueOn}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
