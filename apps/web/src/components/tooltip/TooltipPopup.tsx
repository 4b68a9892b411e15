import { Tooltip } from "@base-ui/react/tooltip";
import "./Tooltip.css";
import type { TooltipWatch } from "./watch.ts";

/** The tooltip as it stands on the page. */
export default function TooltipPopup({ shown, open, hide, onPointerEnter, onPointerLeave }: TooltipWatch) {
  return (
    <Tooltip.Root open={open} onOpenChange={(next) => next || hide()}>
      <Tooltip.Portal>
        <Tooltip.Positioner
          className="m-positioner"
          anchor={shown?.anchor ?? null}
          sideOffset={6}
          collisionPadding={8}
        >
          <Tooltip.Popup
            className="m-tooltip"
            onPointerEnter={onPointerEnter}
            onPointerLeave={onPointerLeave}
          >
            {shown?.content}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
