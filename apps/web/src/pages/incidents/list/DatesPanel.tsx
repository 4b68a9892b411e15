import { TextField } from "../../../components/TextField.tsx";

export interface DatesPanelProps {
  /** ISO dates; "" for an open end. */
  readonly from: string;
  readonly to: string;
  readonly onChange: (part: { from: string } | { to: string }) => void;
}

export default function DatesPanel({ from, to, onChange }: DatesPanelProps) {
  return (
    <div className="stack-tight">
      <TextField
        label="From (UTC)"
        type="date"
        value={from}
        onValueChange={(value) => onChange({ from: value })}
      />
      <TextField
        label="To, that day included"
        type="date"
        value={to}
        onValueChange={(value) => onChange({ to: value })}
      />
    </div>
  );
}
