import type { ComponentPropsWithRef, ReactNode } from "react";
import "./Button.css";
import { classNames } from "./classNames.ts";
import { Tooltip } from "./Tooltip.tsx";

export interface IconButtonProps extends Omit<ComponentPropsWithRef<"button">, "aria-label"> {
  /** What it does, as a verb; the accessible name, and the tooltip. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly size?: "small" | "medium";
  /** A key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
  /** False where the label already stands beside it. */
  readonly tooltip?: boolean;
}

export function IconButton({
  label,
  icon,
  size = "medium",
  shortcut,
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <button
      type="button"
      {...rest}
      aria-label={label}
      aria-keyshortcuts={shortcut}
      className={classNames("m-icon-button", className)}
      data-size={size}
    >
      {icon}
    </button>
  );
  if (!tooltip) return button;
  const content =
    shortcut === undefined ? (
      label
    ) : (
      <>
        {label}
        <kbd>{shortcut}</kbd>
      </>
    );
  return <Tooltip content={content}>{button}</Tooltip>;
}
