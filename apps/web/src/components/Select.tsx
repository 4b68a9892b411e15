import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Field, type FieldProps } from "./Field.tsx";
import "./Select.css";

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What stands in the list instead of the label, such as a mark. */
  readonly view?: ReactNode;
  /** A second line that explains the choice. */
  readonly hint?: string;
}

export interface SelectProps<Value extends string> extends FieldProps {
  readonly choices: readonly Choice<Value>[];
  readonly value: Value | null;
  readonly onValueChange: (value: Value) => void;
  readonly placeholder?: string;
}

/** One of a few. For more than about twelve, or to type into, use Combobox. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { choices, value, onValueChange, placeholder = "Choose …", ...field } = props;
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Field {...field}>
      <Base.Root<Value>
        value={value}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
        items={[...choices]}
      >
        <Base.Trigger className="m-input m-select">
          <span className="m-select-value" data-placeholder={chosen === undefined || undefined}>
            {chosen === undefined ? placeholder : (chosen.view ?? chosen.label)}
          </span>
          <Base.Icon className="m-select-icon">
            <ChevronDown size={16} aria-hidden="true" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner
            className="m-positioner"
            sideOffset={4}
            alignItemWithTrigger={false}
            collisionPadding={8}
          >
            <Base.Popup className="m-popup m-list-popup">
              <Base.List className="m-list">
                {choices.map((choice) => (
                  <Base.Item
                    key={choice.value}
                    value={choice.value}
                    label={choice.label}
                    className="m-option"
                  >
                    <span className="m-option-check">
                      <Base.ItemIndicator>
                        <Check size={16} aria-hidden="true" />
                      </Base.ItemIndicator>
                    </span>
                    <span className="m-option-text">
                      <Base.ItemText>{choice.view ?? choice.label}</Base.ItemText>
                      {choice.hint === undefined ? null : (
                        <span className="m-option-hint">{choice.hint}</span>
                      )}
                    </span>
                  </Base.Item>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  );
}
