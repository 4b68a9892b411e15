import { ChevronLeft, ChevronRight, Pause, Play } from "lucide-react";
import { useEffect, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { announce } from "../../../shell/announce.ts";

interface TimeBox {
  readonly title: string;
  readonly minutes: number;
}

interface TimeBoxesProps {
  readonly items: readonly TimeBox[];
  readonly at: number;
  readonly onAt: (index: number) => void;
}

/** The agenda with the clock of the item that is on. It protects: what comes before may not eat what comes after. */
export function TimeBoxes({ items, at, onAt }: TimeBoxesProps) {
  const [spent, setSpent] = useState<readonly number[]>(() => items.map(() => 0));
  const [since, setSince] = useState<number | null>(null);
  const [now, setNow] = useState(0);
  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => setNow(currentMs()), 1000);
    return () => clearInterval(timer);
  }, [since]);
  const running = since === null ? 0 : Math.max(0, now - since);
  const used = (index: number) => (spent[index] ?? 0) + (index === at ? running : 0);
  const left = (index: number) => (items[index]?.minutes ?? 0) * 60_000 - used(index);
  const over = left(at) < 0;
  const title = items[at]?.title;
  useEffect(() => {
    if (over && title !== undefined) announce(`The time for “${title}” is used up.`);
  }, [over, title]);

  const settle = () => {
    setSpent(spent.with(at, used(at)));
    const current = currentMs();
    setNow(current);
    setSince((before) => (before === null ? null : current));
  };
  const go = (index: number) => {
    if (index < 0 || index >= items.length) return;
    settle();
    onAt(index);
  };
  const toggle = () => {
    if (since === null) {
      const current = currentMs();
      setNow(current);
      return setSince(current);
    }
    settle();
    setSince(null);
  };
  return (
    <div className="retro-boxes">
      <ol>
        {items.map((item, index) => (
          <li key={item.title} style={{ flexGrow: item.minutes }}>
            <button type="button" aria-current={index === at ? "step" : undefined} onClick={() => go(index)}>
              <span>{item.title}</span>
              <span className="tabular quiet">{item.minutes} min</span>
              <span className="retro-box-used" aria-hidden="true">
                <span style={{ width: `${Math.min(100, (used(index) / (item.minutes * 60_000)) * 100)}%` }} />
              </span>
            </button>
          </li>
        ))}
      </ol>
      <div className="retro-clock">
        <span className="retro-clock-time tabular" data-over={over || undefined} role="timer" aria-live="off">
          {clockText(left(at))}
          <span className="retro-clock-words">{over ? " over; the next item is waiting" : " left"}</span>
        </span>
        <span className="cluster">
          <IconButton
            label="Previous item"
            icon={<ChevronLeft size={18} aria-hidden="true" />}
            onClick={() => go(at - 1)}
          />
          <Button
            kind={since === null ? "primary" : "secondary"}
            icon={
              since === null ? <Play size={16} aria-hidden="true" /> : <Pause size={16} aria-hidden="true" />
            }
            onClick={toggle}
          >
            {since === null ? "Start the clock" : "Pause"}
          </Button>
          <IconButton
            label="Next item"
            icon={<ChevronRight size={18} aria-hidden="true" />}
            onClick={() => go(at + 1)}
          />
        </span>
      </div>
    </div>
  );
}

/** ms since 1970 */
function currentMs(): number {
  return Date.now();
}

/** "12:05"; the same when it is over. @param ms what is left */
function clockText(ms: number): string {
  const seconds = Math.abs(ms < 0 ? Math.floor(ms / 1000) : Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
