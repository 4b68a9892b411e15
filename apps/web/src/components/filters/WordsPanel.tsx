import { Combobox, type Option } from "../Combobox.tsx";

export interface WordsPanelProps {
  readonly label: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (values: string[]) => void;
  readonly single: boolean;
}

const optionOf = (text: string): Option => ({ value: text, label: text });

export default function WordsPanel({ label, options, chosen, onChosen, single }: WordsPanelProps) {
  return (
    <Combobox
      label={label}
      options={options.map(optionOf)}
      selected={chosen.map(optionOf)}
      onSelectedChange={(selected) => onChosen(selected.map(({ value }) => value))}
      {...(single ? { limit: 1 } : {})}
    />
  );
}
