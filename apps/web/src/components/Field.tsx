/** What every field shares: a written label, a hint, an error tied to the control for screen readers. */
import { Field as Base } from "@base-ui/react/field";
import type { ReactNode } from "react";
import "./Field.css";
import { classNames } from "./classNames.ts";

export interface FieldProps {
  readonly label: ReactNode;
  /** One sentence below the label; say what is wanted, not what is forbidden. */
  readonly hint?: ReactNode;
  /** What is wrong and what would be right. Shown and announced as soon as it is set. */
  readonly error?: string | undefined;
  /** Said in words beside the label. Mark the optional ones, not the required. */
  readonly optional?: boolean;
  /** Keeps the label for screen readers only, where the place makes it plain. */
  readonly labelHidden?: boolean;
  /** Name in the form and path in API errors ("milestones.0.at"). */
  readonly name?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
}

export function Field(props: FieldProps & { readonly children: ReactNode }) {
  const {
    label,
    hint,
    error,
    optional = false,
    labelHidden = false,
    name,
    disabled = false,
    className,
    children,
  } = props;
  return (
    <Base.Root
      className={classNames("m-field", className)}
      invalid={error !== undefined}
      disabled={disabled}
      data-field={name}
      {...(name === undefined ? {} : { name })}
    >
      <Base.Label className={labelHidden ? "visually-hidden" : "m-field-label"}>
        {label}
        {optional ? <span className="m-field-optional"> optional</span> : null}
      </Base.Label>
      {children}
      {error === undefined ? null : (
        <Base.Error match className="m-field-error" role="alert">
          {error}
        </Base.Error>
      )}
      {hint === undefined ? null : <Base.Description className="m-field-hint">{hint}</Base.Description>}
    </Base.Root>
  );
}
