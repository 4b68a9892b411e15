import type { revisionBrief } from "@morrow/contract/retrospectives";
import type { z } from "zod";
import { Badge } from "../../../components/Badge.tsx";
import { Time } from "../../../components/Time.tsx";

export type RevisionBrief = z.output<typeof revisionBrief>;

interface RevisionListProps {
  readonly revisions: readonly RevisionBrief[];
  readonly from: number;
  readonly to: number;
  readonly onChoose: (side: "from" | "to", number: number) => void;
}

/** The entries, newest first; two of them are compared. */
export function RevisionList({ revisions, from, to, onChoose }: RevisionListProps) {
  return (
    <section aria-labelledby="retro-revisions">
      <h2 id="retro-revisions" className="visually-hidden">
        Entries
      </h2>
      <p className="retro-revision-heads overline" aria-hidden="true">
        <span>from</span>
        <span>to</span>
      </p>
      <ol className="retro-revisions">
        {revisions.map(({ number, savedAt, by, note, published }) => (
          <li key={number} data-on={number === from || number === to || undefined}>
            <div className="retro-revision-sides">
              {(["from", "to"] as const).map((side) => (
                <label key={side}>
                  <input
                    type="radio"
                    name={`revision-${side}`}
                    checked={number === (side === "from" ? from : to)}
                    onChange={() => onChoose(side, number)}
                    aria-label={`Compare ${side} entry ${number}`}
                  />
                </label>
              ))}
            </div>
            <div>
              <Time at={savedAt} inList />
              <p>
                {by?.name ?? "Morrow"} {published ? <Badge tone="accent">published</Badge> : null}
              </p>
              {note === null ? null : <p className="quiet">{note}</p>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
