import type { WhenReading } from "@morrow/domain/timeline";
import { Clock, TriangleAlert, X } from "lucide-react";
import { lazy, useState } from "react";
import { Button } from "../../../components/Button.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { Popover } from "../../../components/Popover.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";

const loadForm = () => import("./WhenForm.tsx");
const WhenForm = lazy(loadForm);

export interface WhenChipProps {
  /** Null: now. */
  readonly when: WhenReading | null;
  /** A time chosen here, in place of one typed at the beginning of the entry. */
  readonly onChange: (when: WhenReading) => void;
  /** Back to now; a time at the beginning of the text becomes plain text again. */
  readonly onClear: () => void;
}

/** When it happened, always in sight: now, or the time that was understood. */
export function WhenChip({ when, onChange, onClear }: WhenChipProps) {
  const [open, setOpen] = useState(false);
  const problem = when !== null && "problem" in when ? when.problem : null;
  const understood = when !== null && "at" in when ? when : null;
  const label =
    when === null ? "Now" : understood === null ? "Which time?" : spoken(understood.at, understood.precision);
  return (
    <span
      className="incident-when"
      data-set={when !== null || undefined}
      data-problem={problem !== null || undefined}
    >
      <Popover
        open={open}
        onOpenChange={setOpen}
        title="When did it happen?"
        load={loadForm}
        trigger={
          <Button
            size="small"
            kind="quiet"
            icon={
              problem === null ? (
                <Clock size={14} aria-hidden="true" />
              ) : (
                <TriangleAlert size={14} aria-hidden="true" />
              )
            }
          >
            <span className="visually-hidden">Time of the entry: </span>
            <span className={when === null ? undefined : "mono"}>{label}</span>
          </Button>
        }
      >
        <WhenForm
          problem={problem}
          onPick={(picked) => {
            onChange(picked);
            setOpen(false);
          }}
        />
      </Popover>
      {when === null ? null : (
        <IconButton
          size="small"
          label="Clear the time: it happened now"
          icon={<X size={14} aria-hidden="true" />}
          onClick={onClear}
        />
      )}
      {problem === null ? null : (
        <span className="visually-hidden" role="status">
          {problem.message}
        </span>
      )}
    </span>
  );
}

/** "14:05" today, "2026-05-01 14:05" otherwise. */
function spoken(at: string, precision: string): string {
  const zone = localZone();
  const day = timeText(at, zone, "date")?.text;
  const today = timeText(new Date().toISOString(), zone, "date")?.text;
  if (precision === "day") return day ?? at;
  return timeText(at, zone, day === today ? "time" : "moment", precision === "second")?.text ?? at;
}
