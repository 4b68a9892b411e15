import type { Incident } from "@morrow/contract/incidents";
import { barHeight, barStep } from "./sizes.ts";

interface ImpactProps {
  readonly incident: Incident;
  readonly services: readonly string[];
  /** Whether their names stand behind the bars. */
  readonly named: boolean;
  readonly x: (at: number) => number;
  readonly top: number;
  readonly to: number;
  readonly now: number;
}

/** Solid while people were affected, thin from mitigation until all was back to normal. */
export function Impact({ incident, services, named, x, top, to, now }: ImpactProps) {
  const { started, detected, mitigated, resolved } = incident.milestones;
  const from = Date.parse(started?.at ?? detected?.at ?? incident.declaredAt);
  const end = Math.min(to, resolved === undefined ? now : Date.parse(resolved.at));
  const contained = mitigated === undefined ? end : Math.min(end, Date.parse(mitigated.at));
  return (services.length === 0 ? [""] : services).map((service, index) => {
    const y = top + index * barStep;
    return (
      <g key={service} className="incident-strip-impact">
        <rect x={x(from)} y={y} width={Math.max(2, x(contained) - x(from))} height={barHeight} rx={2} />
        {end > contained ? (
          <rect
            className="incident-strip-contained"
            x={x(contained)}
            y={y + barHeight / 2 - 1}
            width={x(end) - x(contained)}
            height={2}
          />
        ) : null}
        {named ? (
          <text x={x(end) + 6} y={y + barHeight - 0.5}>
            {service}
          </text>
        ) : null}
      </g>
    );
  });
}
