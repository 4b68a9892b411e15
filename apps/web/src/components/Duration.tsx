import "./Time.css";
import { durationIso, durationText } from "./timeText.ts";

/** A length of time, "1 h 48 min". @param ms milliseconds */
export function Duration({ ms }: { ms: number }) {
  return (
    <time className="m-duration" dateTime={durationIso(ms)}>
      {durationText(ms)}
    </time>
  );
}
