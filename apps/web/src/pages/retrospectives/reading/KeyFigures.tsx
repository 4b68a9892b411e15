import type { Retrospective } from "@morrow/contract/retrospectives";
import { Duration } from "../../../components/Duration.tsx";
import { Tooltip } from "../../../components/Tooltip.tsx";

/** How long it took, each with what exactly is meant; whom it touched. */
export function KeyFigures({ retrospective }: { retrospective: Retrospective }) {
  const { durations, impact } = retrospective;
  const known = durations.filter(({ seconds }) => seconds !== null);
  const who = impact.who.trim();
  if (known.length === 0 && who === "" && impact.howMany === null) return null;
  return (
    <dl className="retro-figures" aria-label="Key figures">
      {known.map(({ id, label, definition, seconds }) => (
        <div key={id}>
          <dt>
            <Tooltip content={definition}>
              <button type="button" className="retro-figure-label">
                {label}
                <span className="visually-hidden">: {definition}</span>
              </button>
            </Tooltip>
          </dt>
          <dd>
            <Duration ms={(seconds ?? 0) * 1000} />
          </dd>
        </div>
      ))}
      {who === "" && impact.howMany === null ? null : (
        <div>
          <dt>Affected</dt>
          <dd className="retro-figure-words">
            {impact.howMany === null ? "" : `${impact.howMany.toLocaleString("en")} `}
            {who}
            {impact.how.trim() === "" ? null : <span className="quiet">: {impact.how}</span>}
          </dd>
        </div>
      )}
    </dl>
  );
}
