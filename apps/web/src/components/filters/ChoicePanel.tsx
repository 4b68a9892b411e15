import { RadioGroup } from "../RadioGroup.tsx";

export interface ChoicePanelProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onValueChange: (value: string) => void;
}

export default function ChoicePanel({ label, options, value, onValueChange }: ChoicePanelProps) {
  return (
    <RadioGroup label={label} labelHidden choices={options} value={value} onValueChange={onValueChange} />
  );
}
