import { useEffect, useState } from "react";
import { Duration } from "../../../components/Duration.tsx";

export interface RunningClockProps {
  /** Instant from which it counts. */
  readonly from: string;
  /** Null while it runs. */
  readonly until: string | null;
}

/** How long it has been going on. Every figure keeps its place, so nothing moves when it ticks. */
export function RunningClock({ from, until }: RunningClockProps) {
  const now = useSeconds(until === null);
  if (until !== null) return <Duration ms={Date.parse(until) - Date.parse(from)} />;
  const seconds = Math.max(0, Math.floor((now - Date.parse(from)) / 1000));
  return (
    <span className="incident-clock mono" role="timer" aria-label="Running for">
      {clockText(seconds)}
    </span>
  );
}

/** "0:04:09", "26:04:09", and beyond three days "5 d 02:04:09". */
export function clockText(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const rest = `${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
  return hours < 72 ? `${hours}:${rest}` : `${Math.floor(hours / 24)} d ${two(hours % 24)}:${rest}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** The time, anew at the beginning of every second. */
function useSeconds(running: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!running) return;
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      setNow(Date.now());
      timer = setTimeout(tick, 1000 - (Date.now() % 1000));
    };
    tick();
    return () => clearTimeout(timer);
  }, [running]);
  return now;
}
