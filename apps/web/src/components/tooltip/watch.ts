import { useEffect, useState, type ReactNode } from "react";

/** What the triggers on the page have to say, by the value of their data-tooltip attribute. */
export const contents = new Map<string, ReactNode>();

export interface ShownTooltip {
  readonly anchor: Element;
  readonly content: ReactNode;
}

export interface TooltipWatch {
  /** The last one stays while it fades. */
  readonly shown: ShownTooltip | null;
  readonly open: boolean;
  readonly hide: () => void;
  /** For the tooltip itself: it stays while the pointer is on it. */
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

const openMs = 400;
const closeMs = 80;
const holdMs = 500;

/** Opens after a rest of the pointer, at once for the keyboard, and on a long press for touch, which has no hover. */
export function useTooltipWatch(): TooltipWatch {
  const [shown, setShown] = useState<ShownTooltip | null>(null);
  const [open, setOpen] = useState(false);
  const [pointer] = useState(() => createPointer(setShown, setOpen));
  useEffect(() => pointer.listen(), [pointer]);
  return { shown, open, hide: pointer.hide, onPointerEnter: pointer.stay, onPointerLeave: pointer.leave };
}

function createPointer(show: (shown: ShownTooltip) => void, setOpen: (open: boolean) => void) {
  let anchor: Element | null = null;
  let open = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const stay = () => clearTimeout(timer);
  const hide = () => {
    stay();
    anchor = null;
    if (open) setOpen((open = false));
  };
  const leave = () => {
    stay();
    timer = setTimeout(hide, closeMs);
  };
  const approach = (next: Element, afterMs: number) => {
    stay();
    if (next === anchor && open) return;
    anchor = next;
    timer = setTimeout(
      () => {
        const content = contents.get(next.getAttribute("data-tooltip") ?? "");
        if (content === undefined || !next.isConnected) return;
        show({ anchor: next, content });
        setOpen((open = true));
      },
      // From one trigger to its neighbour there is nothing to wait for.
      open ? 0 : afterMs,
    );
  };

  const over = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    const next = triggerOf(event.target);
    if (next === anchor) return void (next !== null && stay());
    if (next !== null) approach(next, openMs);
    else if (anchor !== null && !onTooltip(event.target)) leave();
  };
  const down = (event: PointerEvent) => {
    hide();
    const held = event.pointerType === "touch" ? triggerOf(event.target) : null;
    if (held?.matches("time") === true) approach(held, holdMs);
  };
  const release = () => {
    if (!open) stay();
  };
  const focus = (event: FocusEvent) => {
    const next = triggerOf(event.target);
    if (next?.matches(":focus-visible") === true) approach(next, 0);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") hide();
  };

  return {
    stay,
    leave,
    hide,
    /** @returns how to stop */
    listen() {
      const stop = new AbortController();
      const { signal } = stop;
      document.addEventListener("pointerover", over, { signal });
      document.addEventListener("pointerdown", down, { signal });
      document.addEventListener("pointerup", release, { signal });
      document.addEventListener("pointercancel", hide, { signal });
      document.addEventListener("focusin", focus, { signal });
      document.addEventListener("focusout", hide, { signal });
      document.addEventListener("keydown", key, { signal });
      return () => {
        stop.abort();
        stay();
      };
    },
  };
}

function triggerOf(target: EventTarget | null): Element | null {
  return target instanceof Element ? target.closest("[data-tooltip]") : null;
}

function onTooltip(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".m-tooltip") !== null;
}
