import { Popover as Base } from "@base-ui/react/popover";
import type { ReactElement, ReactNode } from "react";
import "./Popover.css";
import "./Select.css";

export interface PopoverProps {
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly title?: string;
  readonly children: ReactNode;
  readonly align?: "start" | "center" | "end";
  readonly open?: boolean;
  readonly onOpenChange?: (open: boolean) => void;
}

/** Something small beside what it is about: a definition, a filter, a quick edit. */
export function Popover({ trigger, title, children, align = "start", open, onOpenChange }: PopoverProps) {
  const controlled = open === undefined ? {} : { open };
  return (
    <Base.Root {...controlled} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="m-positioner" sideOffset={6} align={align} collisionPadding={8}>
          <Base.Popup className="m-popup m-popover">
            {title === undefined ? null : <Base.Title className="m-popover-title">{title}</Base.Title>}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
