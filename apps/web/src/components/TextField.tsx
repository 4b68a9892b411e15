import { Field as Base } from "@base-ui/react/field";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { Field, type FieldProps } from "./Field.tsx";

type NativeInput = Omit<
  ComponentPropsWithRef<"input">,
  keyof FieldProps | "onChange" | "value" | "defaultValue"
>;

export interface TextFieldProps extends FieldProps, NativeInput {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onValueChange?: (value: string) => void;
  /** Times, tokens, references: set in the monospaced face. */
  readonly mono?: boolean;
  /** A decorative icon inside the field, before the text. */
  readonly icon?: ReactNode;
}

export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    optional,
    labelHidden,
    name,
    disabled,
    className,
    mono = false,
    icon,
    onValueChange,
    ...input
  } = props;
  const shared = { label, hint, error, name, disabled, className };
  const flags = {
    ...(optional === undefined ? {} : { optional }),
    ...(labelHidden === undefined ? {} : { labelHidden }),
  };
  const change =
    onValueChange === undefined ? {} : { onValueChange: (value: string) => onValueChange(value) };
  const control = (
    <Base.Control
      {...input}
      {...change}
      className={icon === undefined ? "m-input" : undefined}
      data-mono={mono || undefined}
    />
  );
  return (
    <Field {...shared} {...flags}>
      {icon === undefined ? (
        control
      ) : (
        <span className="m-input m-input-affixed">
          {icon}
          {control}
        </span>
      )}
    </Field>
  );
}

type NativeArea = Omit<
  ComponentPropsWithRef<"textarea">,
  keyof FieldProps | "onChange" | "value" | "defaultValue"
>;

export interface TextAreaProps extends FieldProps, NativeArea {
  readonly value?: string;
  readonly defaultValue?: string;
  readonly onValueChange?: (value: string) => void;
  readonly mono?: boolean;
}

/** Grows with its text up to 60 % of the window. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hint,
    error,
    optional,
    labelHidden,
    name,
    disabled,
    className,
    mono = false,
    onValueChange,
    ...area
  } = props;
  const shared = { label, hint, error, name, disabled, className };
  const flags = {
    ...(optional === undefined ? {} : { optional }),
    ...(labelHidden === undefined ? {} : { labelHidden }),
  };
  const { value, defaultValue, ref, ...rest } = area;
  const text = {
    ...(value === undefined ? {} : { value }),
    ...(defaultValue === undefined ? {} : { defaultValue }),
  };
  return (
    <Field {...shared} {...flags}>
      <Base.Control
        {...text}
        {...(onValueChange === undefined ? {} : { onValueChange: (next: string) => onValueChange(next) })}
        className="m-input"
        data-mono={mono || undefined}
        render={<textarea ref={ref} rows={3} {...rest} />}
      />
    </Field>
  );
}
