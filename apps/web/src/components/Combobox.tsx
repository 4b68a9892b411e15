/** Several of many, typed: tags, people, services. With onCreate, words that do not exist yet can be added. */
import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, Plus, X } from "lucide-react";
import { useMemo, useState, type ReactNode } from "react";
import "./Combobox.css";
import { Field, type FieldProps } from "./Field.tsx";
import "./Select.css";

export interface Option {
  readonly value: string;
  readonly label: string;
  /** A second line: an address, a team. */
  readonly hint?: string;
}

export interface ComboboxProps extends FieldProps {
  /** What can be chosen. With onQueryChange these are the answers to the last query. */
  readonly options: readonly Option[];
  readonly selected: readonly Option[];
  readonly onSelectedChange: (selected: readonly Option[]) => void;
  readonly placeholder?: string;
  /** What to say when nothing matches. */
  readonly emptyText?: string;
  /** Offers what was typed as a new option. */
  readonly onCreate?: (text: string) => Option;
  /** Told what is typed, for options that come from the server. */
  readonly onQueryChange?: (query: string) => void;
  readonly renderOption?: (option: Option) => ReactNode;
  /** At most so many; one makes it a single choice that replaces the earlier one. */
  readonly limit?: number;
}

interface Candidate extends Option {
  readonly create?: string;
}

export function Combobox(props: ComboboxProps) {
  const { options, selected, onSelectedChange, placeholder, emptyText = "Nothing matches.", ...rest } = props;
  const { onCreate, onQueryChange, renderOption, limit, ...field } = rest;
  const [query, setQuery] = useState("");
  const items = useMemo(
    () => candidates(options, selected, query, onCreate !== undefined),
    [options, selected, query, onCreate],
  );

  function changeQuery(next: string) {
    setQuery(next);
    onQueryChange?.(next);
  }

  function change(next: readonly Candidate[]) {
    const resolved = next.map((each) =>
      each.create !== undefined && onCreate !== undefined ? onCreate(each.create) : each,
    );
    onSelectedChange(limit === undefined ? resolved : resolved.slice(-limit));
    changeQuery("");
  }

  return (
    <Field {...field}>
      <Base.Root<Candidate, true>
        multiple
        autoHighlight
        items={items}
        value={[...selected]}
        onValueChange={change}
        inputValue={query}
        onInputValueChange={changeQuery}
        isItemEqualToValue={(a, b) => a.value === b.value}
        itemToStringLabel={(item) => item.label}
      >
        <Base.InputGroup className="m-input m-chips">
          <Base.Value>
            {(value: Candidate[]) => (
              <Base.Chips className="m-chips-list">
                {value.map((option) => (
                  <Base.Chip key={option.value} className="m-chip" aria-label={option.label}>
                    {option.label}
                    <Base.ChipRemove className="m-chip-remove" aria-label={`Remove ${option.label}`}>
                      <X size={12} aria-hidden="true" />
                    </Base.ChipRemove>
                  </Base.Chip>
                ))}
                <Base.Input {...(value.length === 0 && placeholder !== undefined ? { placeholder } : {})} />
              </Base.Chips>
            )}
          </Base.Value>
        </Base.InputGroup>
        <Base.Portal>
          <Base.Positioner className="m-positioner" sideOffset={4} collisionPadding={8}>
            <Base.Popup className="m-popup m-list-popup">
              <Base.Empty className="m-list-empty">{emptyText}</Base.Empty>
              <Base.List className="m-list">
                {(item: Candidate) => (
                  <Base.Item key={item.value} value={item} className="m-option">
                    <span className="m-option-check">
                      {item.create === undefined ? (
                        <Base.ItemIndicator>
                          <Check size={16} aria-hidden="true" />
                        </Base.ItemIndicator>
                      ) : (
                        <Plus size={16} aria-hidden="true" />
                      )}
                    </span>
                    <span className="m-option-text">
                      {item.create === undefined
                        ? (renderOption?.(item) ?? item.label)
                        : `Add “${item.create}”`}
                      {item.hint === undefined ? null : <span className="m-option-hint">{item.hint}</span>}
                    </span>
                  </Base.Item>
                )}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}

/** The options, with "Add …" at the end when what was typed is new. Selected ones stay in the list so that they can be unticked. */
function candidates(
  options: readonly Option[],
  selected: readonly Option[],
  query: string,
  creatable: boolean,
): Candidate[] {
  const known = new Set(options.map((option) => option.value));
  const all: Candidate[] = [...options, ...selected.filter((option) => !known.has(option.value))];
  const text = query.trim();
  const same = (label: string) => label.toLocaleLowerCase() === text.toLocaleLowerCase();
  if (creatable && text !== "" && !all.some((option) => same(option.label)))
    all.push({ value: `create:${text}`, label: text, create: text });
  return all;
}
