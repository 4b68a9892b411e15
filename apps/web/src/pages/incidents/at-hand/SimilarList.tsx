import type { SimilarHit } from "@morrow/contract/knowledge";
import { Link } from "react-router";
import { SeverityMark } from "../../../components/SeverityMark.tsx";
import { paths } from "../../../paths.ts";

/** Past failures that may help now, each with why. They open beside: what is being written here stays. */
export function SimilarList({ hits }: { hits: readonly SimilarHit[] }) {
  const alike = hits.filter(isAlike);
  if (alike.length === 0) return <p className="quiet">Nothing like it is known yet.</p>;
  return (
    <ol className="incident-similar">
      {alike.map((hit) => (
        <li key={hit.id}>
          <p className="incident-similar-head">
            <span className="mono quiet">{hit.ref}</span>
            {hit.severity === null ? null : <SeverityMark severity={hit.severity} />}
          </p>
          <Link
            to={paths.retrospective(hit.ref)}
            target="_blank"
            rel="noopener"
            className="incident-similar-title"
          >
            {hit.title}
          </Link>
          {hit.lesson === "" ? null : <p className="incident-similar-lesson">{hit.lesson}</p>}
          <p className="incident-similar-why">
            <span className="visually-hidden">Why it matches: </span>
            {whyOf(hit)}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** In a young collection the nearest may still be far: a few shared words alone are no reason to read it now. */
function isAlike({ because }: SimilarHit): boolean {
  return (
    because.mechanisms.length + because.parts.length + because.symptoms.length > 0 ||
    because.terms.length >= 4
  );
}

/** At most one line: mechanism first, because the same mechanism is what helps most. */
export function whyOf({ because }: Pick<SimilarHit, "because">): string {
  const said = [
    because.mechanisms.length === 0 ? "" : `same mechanism: ${because.mechanisms.slice(0, 2).join(", ")}`,
    because.parts.length === 0 ? "" : `same part: ${because.parts.slice(0, 2).join(", ")}`,
    because.symptoms.length === 0 ? "" : `same symptom: ${because.symptoms.slice(0, 2).join(", ")}`,
  ].filter(Boolean);
  if (said.length > 0) return said.join(" · ");
  return because.terms.length === 0
    ? "similar words"
    : `both mention ${because.terms.slice(0, 4).join(", ")}`;
}
