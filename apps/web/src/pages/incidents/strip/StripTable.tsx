import type { Incident } from "@morrow/contract/incidents";
import type { TimelineEvent } from "@morrow/contract/timeline";
import { milestoneLabels } from "@morrow/domain/incidents";
import { localZone, timeText } from "../../../components/timeText.ts";
import type { TimeRange } from "../timeline/rows.ts";
import { density, reachedMilestones } from "./scale.ts";

const parts = 12;

/** The strip's facts as tables, for screen readers. */
export function StripTable({
  incident,
  events,
  range,
}: {
  incident: Incident;
  events: readonly TimelineEvent[];
  range: TimeRange;
}) {
  const counts = density(events, range, parts);
  const width = (range.to - range.from) / parts;
  return (
    <div className="visually-hidden">
      <table>
        <caption>
          Milestones
          {incident.services.length === 0 ? "" : `; services affected: ${incident.services.join(", ")}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Milestone</th>
            <th scope="col">Time ({localZone()})</th>
          </tr>
        </thead>
        <tbody>
          {reachedMilestones(incident).map(({ milestone, at }) => (
            <tr key={milestone}>
              <th scope="row">{milestoneLabels[milestone].label}</th>
              <td>{moment(at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Entries over time</caption>
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">Entries</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, index) => {
            const at = range.from + index * width;
            return (
              <tr key={at}>
                <th scope="row">{moment(at)}</th>
                <td>{count}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function moment(at: number): string {
  return timeText(new Date(at).toISOString(), localZone(), "moment")?.text ?? "";
}
