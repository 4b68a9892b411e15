import type { MilestoneMoment, Moment, Passage, WriteupProposal } from "@morrow/writeups";
import { timelineKindLabels } from "@morrow/domain/timeline";
import type { ReactNode } from "react";
import { Badge } from "../../components/Badge.tsx";
import { Markdown } from "../../components/Markdown.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { Time } from "../../components/Time.tsx";
import type { Lines } from "./Reading.tsx";

type Point = (lines: Lines | null) => void;

/** What would be saved. Each piece points at the lines it was read from. */
export function Understood({ proposal, onPoint }: { proposal: WriteupProposal; onPoint: Point }) {
  return (
    <div className="import-facts">
      <Part line={proposal.title.line} onPoint={onPoint}>
        <h2>{proposal.title.value}</h2>
      </Part>
      {proposal.summary === undefined ? null : (
        <Part line={proposal.summary.line} onPoint={onPoint}>
          <Markdown source={proposal.summary.text} setting="note" />
        </Part>
      )}
      {[proposal.startedAt, proposal.detectedAt, proposal.resolvedAt].every(
        (at) => at === undefined,
      ) ? null : (
        <dl className="import-milestones">
          <MilestoneRow label="Started" moment={proposal.startedAt} onPoint={onPoint} />
          <MilestoneRow label="Detected" moment={proposal.detectedAt} onPoint={onPoint} />
          <MilestoneRow label="Resolved" moment={proposal.resolvedAt} onPoint={onPoint} />
        </dl>
      )}
      <Marks proposal={proposal} />
      <Timeline proposal={proposal} onPoint={onPoint} />
      <Passages title="Contributing factors" items={proposal.contributingFactors} onPoint={onPoint} />
      <Passages title="What went well" items={proposal.whatWentWell} onPoint={onPoint} />
      <Passages title="What was confusing" items={proposal.whatWasConfusing} onPoint={onPoint} />
      <Passages title="Where we were lucky" items={proposal.whereWeWereLucky} onPoint={onPoint} />
      <Actions proposal={proposal} onPoint={onPoint} />
      {proposal.attendees.length === 0 ? null : (
        <section>
          <h3>Took part</h3>
          <p>
            {proposal.attendees
              .map((person) => (person.role === undefined ? person.name : `${person.name} (${person.role})`))
              .join(", ")}
          </p>
        </section>
      )}
      <p className="quiet">The rest becomes the narrative, and the original is kept byte for byte.</p>
    </div>
  );
}

function Marks({ proposal }: { proposal: WriteupProposal }) {
  const { severity, services, tags } = proposal;
  const names = [...services, ...tags].slice(0, 20);
  if (severity?.level === undefined && names.length === 0) return null;
  return (
    <p className="cluster">
      {severity?.level === undefined ? null : <SeverityMark severity={severity.level} />}
      {names.map((name) => (
        <Badge key={name}>{name}</Badge>
      ))}
    </p>
  );
}

function Part({
  line,
  endLine,
  onPoint,
  children,
}: {
  line: number | null;
  endLine?: number;
  onPoint: Point;
  children: ReactNode;
}) {
  if (line === null) return <div>{children}</div>;
  const point = () => onPoint({ from: line, to: endLine ?? line });
  return (
    <div className="import-part" onMouseEnter={point} onMouseLeave={() => onPoint(null)}>
      {children}
    </div>
  );
}

function MilestoneRow({
  label,
  moment,
  onPoint,
}: {
  label: string;
  moment: MilestoneMoment | undefined;
  onPoint: Point;
}) {
  if (moment === undefined) return null;
  return (
    <Part line={moment.line} onPoint={onPoint}>
      <dt>{label}</dt>
      <dd>
        <When moment={moment} />
      </dd>
    </Part>
  );
}

function When({ moment }: { moment: Moment }) {
  const uncertain = moment.certainty === "uncertain";
  if (moment.instant === null) return <span className="import-uncertain mono">{moment.given}</span>;
  return (
    <span className={uncertain ? "import-uncertain" : undefined}>
      <Time at={moment.instant} original={moment.given} zone="UTC" zoneShown inList />
    </span>
  );
}

function Timeline({ proposal, onPoint }: { proposal: WriteupProposal; onPoint: Point }) {
  const { timeline } = proposal;
  if (timeline.length === 0) return null;
  return (
    <section>
      <h3>
        Timeline <span className="quiet tabular">{timeline.length}</span>
      </h3>
      <ol className="import-timeline">
        {timeline.slice(0, 300).map((row) => (
          <li key={row.order}>
            <Part line={row.line} endLine={row.endLine} onPoint={onPoint}>
              <span className="import-when">
                <When moment={row.at} />
                {row.kind === undefined ? null : (
                  <span className="quiet">{timelineKindLabels[row.kind].label}</span>
                )}
              </span>
              <Markdown source={row.text} setting="note" />
            </Part>
          </li>
        ))}
      </ol>
      {timeline.length > 300 ? (
        <p className="quiet">and {(timeline.length - 300).toLocaleString("en")} more</p>
      ) : null}
    </section>
  );
}

function Passages({ title, items, onPoint }: { title: string; items: readonly Passage[]; onPoint: Point }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {items.map((item) => (
        <Part key={`${item.line} ${item.text}`} line={item.line} onPoint={onPoint}>
          <Markdown source={item.text} setting="note" />
        </Part>
      ))}
    </section>
  );
}

function Actions({ proposal, onPoint }: { proposal: WriteupProposal; onPoint: Point }) {
  if (proposal.actions.length === 0) return null;
  return (
    <section>
      <h3>
        Countermeasures <span className="quiet tabular">{proposal.actions.length}</span>
      </h3>
      {proposal.actions.map((action) => (
        <Part key={`${action.line} ${action.text}`} line={action.line} onPoint={onPoint}>
          <Markdown source={action.text} setting="note" />
          <p className="quiet">
            {[
              action.state === "done" ? "done" : null,
              action.owner ?? "no owner stated",
              action.due ?? null,
              action.ticket ?? null,
            ]
              .filter((part) => part !== null)
              .join(" · ")}
          </p>
        </Part>
      ))}
    </section>
  );
}
