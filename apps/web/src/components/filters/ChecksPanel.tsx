import { Checkbox } from "../Checkbox.tsx";
import type { FilterOption } from "./FilterBar.tsx";

export interface ChecksPanelProps {
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChosen: (values: string[]) => void;
}

export default function ChecksPanel({ options, chosen, onChosen }: ChecksPanelProps) {
  const values = options.map(({ value }) => value);
  return (
    <div className="stack-tight">
      {options.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onCheckedChange={(on) =>
            onChosen(values.filter((each) => (each === value ? on : chosen.includes(each))))
          }
        />
      ))}
    </div>
  );
}
