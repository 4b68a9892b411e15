import "./Time.css";
import { localZone, relativeText, timeText, type TimeShow } from "./timeText.ts";
import { useTooltip } from "./Tooltip.tsx";

export interface TimeProps {
  /** ISO 8601 instant. */
  readonly at: string;
  /** What stands on the page; the rest is in the details. */
  readonly show?: TimeShow;
  readonly seconds?: boolean;
  /** The time as the person or system gave it, where that differs: "16:58 CET". */
  readonly original?: string;
  /** How exactly it was given, if not to the minute: "to the hour". */
  readonly precision?: string;
  /** IANA zone to show it in; the reader's own when not given. */
  readonly zone?: string;
  /** Names the zone on the page as well. Wherever no heading does. */
  readonly zoneShown?: boolean;
  /** Shows "3 min ago" instead, measured from this instant (ms since 1970). */
  readonly relativeTo?: number;
  /** In long lists: details on hover and long press only, without a stop for the Tab key at each line. */
  readonly inList?: boolean;
}

/** Local time in tabular figures; UTC and the original on hover, focus or long press. */
export function Time(props: TimeProps) {
  const {
    at,
    show = "moment",
    seconds = false,
    zone = localZone(),
    zoneShown = false,
    relativeTo,
    inList = false,
  } = props;
  const trigger = useTooltip(<Details {...props} zone={zone} />);
  const local = timeText(at, zone, show, seconds);
  if (local === null) return <span className="m-time">{at}</span>;
  const text = relativeTo === undefined ? local.text : relativeText(at, relativeTo);
  return (
    <time className="m-time" dateTime={at} tabIndex={inList ? undefined : 0} {...trigger}>
      {text}
      {zoneShown && relativeTo === undefined ? <span className="m-time-zone"> {local.zone}</span> : null}
    </time>
  );
}

function Details({ at, zone, original, precision }: TimeProps & { zone: string }) {
  const local = timeText(at, zone, "moment", true);
  const utc = timeText(at, "UTC", "moment", true);
  return (
    <span className="m-time-details">
      {zone === "UTC" ? null : (
        <>
          <span>{zone}</span>
          <span className="mono">{local?.text}</span>
        </>
      )}
      <span>UTC</span>
      <span className="mono">{utc?.text}</span>
      {original === undefined ? null : (
        <>
          <span>As given</span>
          <span className="mono">{original}</span>
        </>
      )}
      {precision === undefined ? null : (
        <>
          <span>Known</span>
          <span>{precision}</span>
        </>
      )}
    </span>
  );
}
