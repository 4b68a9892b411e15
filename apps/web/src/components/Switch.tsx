import { Switch as Base } from "@base-ui/react/switch";
import { useId, type ReactNode } from "react";
import { ToggleText } from "./Checkbox.tsx";
import "./Toggle.css";

export interface SwitchProps {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly checked: boolean;
  readonly onCheckedChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

/** A setting that takes effect at once; inside a form that is sent later, use Checkbox. */
export function Switch({ label, hint, checked, onCheckedChange, disabled = false }: SwitchProps) {
  const id = useId();
  return (
    <div className="m-toggle" data-disabled={disabled || undefined}>
      <Base.Root
        className="m-switch"
        checked={checked}
        onCheckedChange={(next) => onCheckedChange(next)}
        disabled={disabled}
        aria-labelledby={id}
        {...(hint === undefined ? {} : { "aria-describedby": `${id}-hint` })}
      >
        <Base.Thumb className="m-switch-thumb" />
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
