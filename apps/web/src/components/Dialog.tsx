import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useEffect, useRef, type ReactNode, type RefObject } from "react";
import "./Dialog.css";
import { IconButton } from "./IconButton.tsx";
import { decideByEnter } from "./panelDecision.ts";
import { firstField, keepFocus } from "./panelFocus.ts";

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons, the decisive one last: Enter in a line of text presses it. They stay in view while the body scrolls. */
  readonly footer?: ReactNode;
  readonly size?: "small" | "medium" | "large";
  /** Otherwise the first field, or the way out where there is none. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  /** False while leaving would lose something: Escape and a press outside then do nothing. */
  readonly dismissible?: boolean;
}

/** A question that must be answered before going on. On phones it fills the width at the bottom. */
export function Dialog(props: DialogProps) {
  return <Panel {...props} shape="dialog" />;
}

/** A panel for a side task: from the right when there is room, from below on a phone. */
export function Sheet(props: Omit<DialogProps, "size">) {
  return <Panel {...props} shape="sheet" />;
}

function Panel(props: DialogProps & { readonly shape: "dialog" | "sheet" }) {
  const {
    open,
    onOpenChange,
    title,
    description,
    children,
    footer,
    size = "medium",
    initialFocus,
    dismissible = true,
    shape,
  } = props;
  const body = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!open) return;
    // What opened it may be gone by what was decided in it.
    return () => void requestAnimationFrame(() => requestAnimationFrame(keepFocus));
  }, [open]);
  return (
    <Base.Root open={open} onOpenChange={(next) => (next || dismissible) && onOpenChange(next)}>
      <Base.Portal>
        <Base.Backdrop className="m-backdrop" />
        <Base.Popup
          className={shape === "sheet" ? "m-panel m-sheet" : "m-panel m-dialog"}
          data-size={size}
          onKeyDown={(event) => decideByEnter(event, foot.current)}
          initialFocus={initialFocus ?? (() => firstField(body.current))}
        >
          <header className="m-panel-head">
            <Base.Title className="m-panel-title">{title}</Base.Title>
            {dismissible ? (
              <Base.Close
                render={
                  <IconButton label="Close" icon={<X size={18} aria-hidden="true" />} tooltip={false} />
                }
              />
            ) : null}
          </header>
          <div ref={body} className="m-panel-body">
            {description === undefined ? null : (
              <Base.Description className="m-panel-description">{description}</Base.Description>
            )}
            {children}
          </div>
          {footer === undefined ? null : (
            <footer ref={foot} className="m-panel-foot">
              {footer}
            </footer>
          )}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
