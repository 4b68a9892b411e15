import type { MilestoneMoment } from "../proposal/moment.ts";
import type { TimelineRow } from "../proposal/proposal.ts";

/* Labels, sentences and rows that tell of the beginning, the detection and the end of an incident. */

export const started =
  /^(?:start(?:ed)?(?: (?:date|time|at))?(?: and time)?|(?:incident|outage|impact|event) (?:start|began|started|beginning)(?: time| date| at)?|began|begin|start date time|time started|onset|from|fault (?:occurs|occurred|began))$/;
export const detected =
  /^(?:detected(?: at)?|detection(?: time)?|time detected|discovered(?: at)?|first detected|date detected|reported(?: at)?|alerted(?: at)?)$/;
export const resolved =
  /^(?:end(?:ed)?(?: (?:date|time|at))?(?: and time)?|resolved(?: (?:at|time|date))?|(?:incident|outage|impact|event) (?:end|ended|resolved)(?: time| date| at)?|end date time|resolution time|time resolved|recovered(?: at)?|restored(?: at)?|service restored(?: at)?|fixed(?: at)?|closed(?: at)?|until|date resolved)$/;
export const ranged =
  /^(?:duration|when|time|times|date|dates|incident window|outage window|window|time window|period|incident date|time of incident|impact duration|total impact duration|time window of .*|date and time|start and end)$/;

/** "The delivery window was 06:00–09:30": when something was to be, not the outage. */
export const tellsPlan = (sentence: string): boolean =>
  /\b(?:(?<!(?:outage|incident|impact|affected) )window|(?:business|office|opening|support|working) hours|scheduled (?:for|from|between)|shift)\b/i.test(
    sentence,
  ) &&
  !/\b(?:outage|down|unavailable|unable|fail\w*|errors?|degraded|disrupt\w*|interrupt\w*|offline|unreachable)\b/i.test(
    sentence,
  );

/** "… went down at", "… became unavailable on": the moment that follows is the beginning. */
export const saysBeginning =
  /\b(?:went (?:down|offline)|became (?:unavailable|unresponsive|unreachable|inaccessible)|stopped (?:working|responding)|(?:outage|incident|disruption|downtime) (?:began|started))(?: (?:on|at|around|about|from))?(?: approximately)?[\s~*_]*$/i;

/** A row that says the outage began with it. */
export const begins = /\b(?:outage|incident|impact)\s+(?:begins?|began|starts?|started)\b/i;

/** The last row that says the service was restored. */
export function fromRows(rows: readonly TimelineRow[]): MilestoneMoment | null {
  const row = rows.findLast(
    (each) =>
      each.at.instant !== null &&
      /\b(?:fully (?:restored|recovered|operational|resolved)|service (?:fully )?(?:restored|recovered)|incident (?:is )?(?:closed|resolved|over|ended)|issue (?:is )?resolved|all[- ]clear|(?:incident|outage|impact) ends?|resolved)\b/i.test(
        each.text,
      ) &&
      !/\b(?:not|un|partially|partly)\s?(?:fully )?(?:resolved|restored)/i.test(each.text),
  );
  return row
    ? {
        ...row.at,
        certainty: row.at.certainty === "uncertain" ? "uncertain" : "derived",
        from: "row",
        line: row.line,
      }
    : null;
}
