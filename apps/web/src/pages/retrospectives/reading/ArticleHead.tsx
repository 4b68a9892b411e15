import type { Retrospective } from "@morrow/contract/retrospectives";
import { PencilLine } from "lucide-react";
import { useEffect } from "react";
import { Link } from "react-router";
import { useMay } from "../../../api/session.ts";
import { Badge } from "../../../components/Badge.tsx";
import { Breadcrumbs } from "../../../components/Breadcrumbs.tsx";
import { ButtonLink } from "../../../components/Button.tsx";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { Time } from "../../../components/Time.tsx";
import { paths } from "../../../paths.ts";
import { DueMark } from "../DueMark.tsx";
import { ExportMenu } from "./ExportMenu.tsx";

/** The sentence to remember, large; then what it is about, when it was told and by whom. */
export function ArticleHead({ retrospective }: { retrospective: Retrospective }) {
  const { incident, document: text, state, services, tags } = retrospective;
  const mayEdit = useMay("retrospectives.edit");
  useEffect(() => {
    document.title = `${incident.ref} ${incident.title} · Morrow`;
  }, [incident.ref, incident.title]);
  return (
    <header className="retro-article-head">
      <div className="retro-article-top">
        <Breadcrumbs crumbs={[{ label: incident.ref, to: paths.incident(incident.ref) }]} />
        <div className="cluster retro-article-actions">
          {mayEdit ? (
            <ButtonLink
              to={paths.editRetrospective(incident.ref)}
              kind={state === "draft" ? "primary" : "secondary"}
              icon={<PencilLine size={16} aria-hidden="true" />}
            >
              Write
            </ButtonLink>
          ) : null}
          <ExportMenu reference={incident.ref} />
        </div>
      </div>
      <h1 tabIndex={-1}>{incident.title}</h1>
      {text.lesson.trim() === "" ? (
        <p className="retro-article-lesson" data-empty>
          The lesson is not written yet.
        </p>
      ) : (
        <p className="retro-article-lesson">{text.lesson}</p>
      )}
      <div className="retro-article-meta">
        {incident.severity === null ? null : <SeverityMark severity={incident.severity} />}
        <Told retrospective={retrospective} />
        {incident.restricted ? <Badge>restricted</Badge> : null}
      </div>
      <Revised retrospective={retrospective} />
      {services.length + tags.length === 0 ? null : (
        <ul className="retro-article-tags" aria-label="Services and tags">
          {services.map((service) => (
            <li key={service}>
              <Link to={paths.retrospectives({ service })}>{service}</Link>
            </li>
          ))}
          {tags.map((tag) => (
            <li key={tag}>
              <Link to={paths.retrospectives({ tag })}>#{tag}</Link>
            </li>
          ))}
        </ul>
      )}
    </header>
  );
}

function Told({ retrospective }: { retrospective: Retrospective }) {
  const { state, publishedAt, publishedBy, readCount } = retrospective;
  if (state === "draft" || publishedAt === null) {
    return (
      <>
        <DueMark retrospective={retrospective} />
        <span className="quiet">Members can read it while it is being written.</span>
      </>
    );
  }
  return (
    <>
      <span>
        Published <Time at={publishedAt} show="date" />
        {publishedBy === null ? "" : ` by ${publishedBy.name}`}
      </span>
      {readCount === 0 ? null : (
        <span className="quiet">
          {readCount === 1 ? "read once" : `read ${readCount.toLocaleString("en")} times`}
        </span>
      )}
    </>
  );
}

/** Readers of an earlier text are told that this one is newer, and what changed. */
function Revised({ retrospective }: { retrospective: Retrospective }) {
  const { state, publishedRevision, savedAt, publishedAt, incident } = retrospective;
  if (state !== "published" || publishedRevision === null || publishedAt === null) return null;
  // Publishing itself saves nothing, so a later save means a later text.
  if (Date.parse(savedAt) <= Date.parse(publishedAt)) return null;
  return (
    <p className="retro-article-revised">
      Revised since publication, last on <Time at={savedAt} show="date" />.{" "}
      <Link to={`${paths.retrospective(incident.ref)}?view=history&from=${publishedRevision}`}>
        What changed
      </Link>
    </p>
  );
}
