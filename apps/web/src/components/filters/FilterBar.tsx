/** Filters in one row above a list; each says on its face what it is set to. What they open is loaded when it is first wanted. */
import { ChevronDown, X } from "lucide-react";
import { lazy, type ReactNode } from "react";
import { Button } from "../Button.tsx";
import { Popover } from "../Popover.tsx";
import "./Filters.css";

const loadChecks = () => import("./ChecksPanel.tsx");
const loadWords = () => import("./WordsPanel.tsx");
const loadChoice = () => import("./ChoicePanel.tsx");
const ChecksPanel = lazy(loadChecks);
const WordsPanel = lazy(loadWords);
const ChoicePanel = lazy(loadChoice);

export interface FilterBarProps {
  /** Names it for screen readers: "Filter incidents". */
  readonly label: string;
  /** Set while anything is filtered. */
  readonly onClear?: (() => void) | undefined;
  readonly children: ReactNode;
}

export function FilterBar({ label, onClear, children }: FilterBarProps) {
  return (
    <div className="m-filters" role="search" aria-label={label}>
      {children}
      {onClear === undefined ? null : (
        <Button size="small" kind="quiet" icon={<X size={14} aria-hidden="true" />} onClick={onClear}>
          Clear
        </Button>
      )}
    </div>
  );
}

export interface FilterButtonProps {
  readonly label: string;
  /** What it is set to, in words; empty when it filters nothing. */
  readonly shown: string;
  /** Loads what the panel needs. */
  readonly load?: () => Promise<unknown>;
  readonly children: ReactNode;
}

export function FilterButton({ label, shown, load, children }: FilterButtonProps) {
  return (
    <Popover
      title={label}
      {...(load === undefined ? {} : { load })}
      trigger={
        <Button size="small" kind={shown === "" ? "quiet" : "secondary"} className="m-filter">
          <span>{label}</span>
          {shown === "" ? null : <strong>{shown}</strong>}
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    >
      <div className="m-filter-panel">{children}</div>
    </Popover>
  );
}

/** A filter that is on or off. */
export function FilterToggle(props: { label: string; on: boolean; onChange: (on: boolean) => void }) {
  const { label, on, onChange } = props;
  return (
    <Button size="small" kind={on ? "secondary" : "quiet"} aria-pressed={on} onClick={() => onChange(!on)}>
      {label}
    </Button>
  );
}

export interface FilterOption {
  readonly value: string;
  readonly label: ReactNode;
  /** What stands on the button once it is chosen. */
  readonly word: string;
}

/** Several of a few. */
export function ChecksFilter(props: {
  readonly label: string;
  readonly options: readonly FilterOption[];
  readonly chosen: readonly string[];
  readonly onChosen: (values: string[]) => void;
}) {
  const { label, options, chosen, onChosen } = props;
  const words = options.filter(({ value }) => chosen.includes(value)).map(({ word }) => word);
  return (
    <FilterButton label={label} shown={words.join(", ")} load={loadChecks}>
      <ChecksPanel options={options} chosen={chosen} onChosen={onChosen} />
    </FilterButton>
  );
}

/** Several of many, found by typing. */
export function WordsFilter(props: {
  readonly label: string;
  /** Names the field inside: "Services". */
  readonly plural: string;
  readonly options: readonly string[];
  readonly chosen: readonly string[];
  readonly onChosen: (values: string[]) => void;
  /** One at most: a further choice replaces it. */
  readonly single?: boolean;
}) {
  const { label, plural, options, chosen, onChosen, single = false } = props;
  return (
    <FilterButton label={label} shown={chosen.join(", ")} load={loadWords}>
      <WordsPanel label={plural} options={options} chosen={chosen} onChosen={onChosen} single={single} />
    </FilterButton>
  );
}

/** One of a few. */
export function ChoiceFilter(props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  /** What it is when it filters nothing. */
  readonly unset: string;
  readonly onValueChange: (value: string) => void;
}) {
  const { label, options, value, unset, onValueChange } = props;
  const shown = value === unset ? "" : (options.find((option) => option.value === value)?.label ?? "");
  return (
    <FilterButton label={label} shown={shown} load={loadChoice}>
      <ChoicePanel label={label} options={options} value={value} onValueChange={onValueChange} />
    </FilterButton>
  );
}
