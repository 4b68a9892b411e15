import type { ComponentPropsWithRef, ReactNode } from "react";
import { Link, type LinkProps } from "react-router";
import "./Button.css";
import { classNames } from "./classNames.ts";

export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "small" | "medium" | "large";

interface ButtonLook {
  /** One primary per view at most. Danger is for what cannot be taken back. */
  readonly kind?: ButtonKind;
  readonly size?: ButtonSize;
  /** An icon before the words; decorative, so it needs no name. */
  readonly icon?: ReactNode;
  /** Fills the width it is given. */
  readonly wide?: boolean;
}

export interface ButtonProps extends ButtonLook, ComponentPropsWithRef<"button"> {
  /** True while the action runs: the label stays, further presses are ignored, and it is announced as busy. */
  readonly busy?: boolean;
}

export function Button({
  kind = "secondary",
  size,
  icon,
  wide,
  busy = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      {...look({ kind, size, wide }, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest["aria-disabled"]}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy ? <span className="m-button-spinner" aria-hidden="true" /> : icon}
      {children}
    </button>
  );
}

export interface ButtonLinkProps extends ButtonLook, LinkProps {}

/** A link that looks like a button, for what leads to another page. */
export function ButtonLink({
  kind = "secondary",
  size,
  icon,
  wide,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <Link {...rest} {...look({ kind, size, wide }, className)}>
      {icon}
      {children}
    </Link>
  );
}

function look(
  {
    kind,
    size = "medium",
    wide = false,
  }: { kind: ButtonKind; size?: ButtonSize | undefined; wide?: boolean | undefined },
  className: string | undefined,
) {
  return {
    className: classNames("m-button", className),
    "data-kind": kind,
    "data-size": size,
    "data-wide": wide || undefined,
  };
}
