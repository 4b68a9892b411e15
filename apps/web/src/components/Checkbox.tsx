import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { useId, type ReactNode } from "react";
import "./Toggle.css";

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  /** Some of what it stands for is ticked. */
  readonly indeterminate?: boolean;
  readonly name?: string;
  readonly disabled?: boolean;
}

export function Checkbox({
  label,
  hint,
  checked,
  onCheckedChange,
  indeterminate = false,
  name,
  disabled = false,
}: CheckboxProps) {
  const id = useId();
  return (
    <div className="m-toggle" data-disabled={disabled || undefined}>
      <Base.Root
        className="m-checkbox"
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        indeterminate={indeterminate}
        disabled={disabled}
        aria-labelledby={id}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
        {...(name === undefined ? {} : { name })}
      >
        <Base.Indicator className="m-checkbox-mark" keepMounted={false}>
          {indeterminate ? (
            <Minus size={14} strokeWidth={3} aria-hidden="true" />
          ) : (
            <Check size={14} strokeWidth={3} aria-hidden="true" />
          )}
        </Base.Indicator>
      </Base.Root>
      <ToggleText
        id={id}
        label={label}
        hint={hint}
        onPress={disabled ? undefined : () => onCheckedChange(!checked)}
      />
    </div>
  );
}

/** The words beside a toggle. Pressing them presses it: the pointer's share of a label, without nesting the button in one. */
export function ToggleText(props: {
  id: string;
  label: ReactNode;
  hint: ReactNode;
  onPress: (() => void) | undefined;
}) {
  const { id, label, hint, onPress } = props;
  return (
    <div className="m-toggle-text">
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the control beside it takes the keys */}
      <span id={id} onClick={onPress}>
        {label}
      </span>
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="m-field-hint">
          {hint}
        </span>
      )}
    </div>
  );
}
