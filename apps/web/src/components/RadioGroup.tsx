import { Radio } from "@base-ui/react/radio";
import { RadioGroup as Base } from "@base-ui/react/radio-group";
import { useId, type ReactNode } from "react";
import { ToggleText } from "./Checkbox.tsx";
import "./Field.css";
import "./Toggle.css";

export interface RadioChoice<Value extends string> {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
}

export interface RadioGroupProps<Value extends string> {
  readonly label: ReactNode;
  /** Keeps the label for screen readers only, where the place makes it plain. */
  readonly labelHidden?: boolean;
  readonly choices: readonly RadioChoice<Value>[];
  readonly value: Value | null;
  readonly onValueChange: (value: Value) => void;
  /** Beside each other when there is room. */
  readonly row?: boolean;
  readonly error?: string | undefined;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { label, labelHidden = false, choices, value, onValueChange, row = false, error } = props;
  const id = useId();
  return (
    <div className="m-field">
      <span id={id} className={labelHidden ? "visually-hidden" : "m-field-label"}>
        {label}
      </span>
      <Base
        className="m-radios"
        data-row={row || undefined}
        value={value}
        onValueChange={(next: Value | null) => {
          if (next !== null) onValueChange(next);
        }}
        aria-labelledby={id}
        {...(error === undefined ? {} : { "aria-describedby": `${id}-error` })}
      >
        {choices.map((choice) => (
          <div key={choice.value} className="m-toggle" data-disabled={choice.disabled || undefined}>
            <Radio.Root
              value={choice.value}
              disabled={choice.disabled ?? false}
              className="m-radio"
              aria-labelledby={`${id}-${choice.value}`}
            >
              <Radio.Indicator className="m-radio-dot" />
            </Radio.Root>
            <ToggleText
              id={`${id}-${choice.value}`}
              label={choice.label}
              hint={choice.hint}
              onPress={choice.disabled === true ? undefined : () => onValueChange(choice.value)}
            />
          </div>
        ))}
      </Base>
      {error === undefined ? null : (
        <span id={`${id}-error`} className="m-field-error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
