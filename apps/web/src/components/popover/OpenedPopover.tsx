import { Popover as Base } from "@base-ui/react/popover";
import type { PopoverProps } from "../Popover.tsx";
import "../Select.css";
import "./Popover.css";

/** The popover itself, open from the start: it is mounted when it is first wanted. */
export default function OpenedPopover(props: PopoverProps) {
  const { trigger, title, children, align = "start", open, onOpenChange } = props;
  const state = open === undefined ? { defaultOpen: true } : { open };
  return (
    <Base.Root {...state} onOpenChange={(next) => onOpenChange?.(next)}>
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
