import type { Severity } from "@morrow/domain";
import "./marks.css";

export interface SeverityMarkProps {
  readonly severity: Severity;
  /** The organisation's word for it ("Major"), written behind the label. */
  readonly name?: string;
}

/** SEV1 (worst) to SEV5. The label is always written; the colour only repeats it. */
export function SeverityMark({ severity, name }: SeverityMarkProps) {
  return (
    <span className="m-severity">
      <span className="m-severity-label" data-severity={severity}>
        SEV{severity}
      </span>
      {name === undefined ? null : <span className="m-severity-name">{name}</span>}
    </span>
  );
}
