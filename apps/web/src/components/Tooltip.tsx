/** One tooltip for the whole page: triggers anywhere share it, so a list of thousands of them costs no more than one.
    Never the only place of something a person needs on a phone. */
import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import "./Tooltip.css";

export const tooltipHandle = Base.createHandle<ReactNode>();

/** Mounted once by the shell. */
export function TooltipHost({ children }: { children: ReactNode }) {
  return (
    <Base.Provider delay={400} closeDelay={60}>
      {children}
      <Base.Root handle={tooltipHandle}>
        {({ payload }) => (
          <Base.Portal>
            <Base.Positioner className="m-positioner" sideOffset={6} collisionPadding={8}>
              <Base.Popup className="m-tooltip">{payload}</Base.Popup>
            </Base.Positioner>
          </Base.Portal>
        )}
      </Base.Root>
    </Base.Provider>
  );
}

export interface TooltipProps {
  readonly content: ReactNode;
  /** The element that is hovered or focused; it must be focusable and have a name of its own. */
  readonly children: ReactElement;
}

export function Tooltip({ content, children }: TooltipProps) {
  return <Base.Trigger handle={tooltipHandle} payload={content} render={children} />;
}
