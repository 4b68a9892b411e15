import {
  cloneElement,
  type ComponentProps,
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
} from "react";

/** A button as a component: it passes on what it is given. */
export type TriggerElement = ReactElement<ComponentProps<"button">>;

export interface WaitingTriggerProps {
  readonly trigger: TriggerElement;
  readonly popup: "menu" | "dialog";
  /** Loads what it opens; begun when a pointer or the focus comes near. */
  readonly load: () => Promise<unknown>;
  readonly onOpen: (by: "keyboard" | "pointer") => void;
}

/** A trigger before its first use: it says what it opens, and nothing of that is in the page yet. */
export function WaitingTrigger({ trigger, popup, load, onOpen }: WaitingTriggerProps) {
  // A failed loading is tried again by the press itself.
  const near = () => void load().catch(() => undefined);
  const arrow = (event: KeyboardEvent) => {
    if (popup !== "menu" || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
    event.preventDefault();
    onOpen("keyboard");
  };
  return cloneElement(trigger, {
    "aria-haspopup": popup,
    "aria-expanded": false,
    onPointerEnter: near,
    onFocus: near,
    onKeyDown: arrow,
    // A click that no pointer made has no count.
    onClick: (event: MouseEvent) => onOpen(event.detail === 0 ? "keyboard" : "pointer"),
  });
}
