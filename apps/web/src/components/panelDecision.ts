import type { KeyboardEvent } from "react";

/** Enter in a line of text, or Ctrl or ⌘ with Enter from anywhere, presses the decisive button of a panel: the last of its footer. A
    form inside decides for itself, and so does an open list. */
export function decideByEnter(event: KeyboardEvent<HTMLElement>, footer: Element | null): void {
  const { currentTarget, target } = event;
  if (event.key !== "Enter" || event.defaultPrevented || event.nativeEvent.isComposing) return;
  // React also tells of what happens in layers that opened from here.
  if (!(target instanceof Element) || !currentTarget.contains(target)) return;
  if (!isLine(target) && !event.ctrlKey && !event.metaKey) return;
  const decisive = [...(footer?.querySelectorAll("button") ?? [])].at(-1);
  if (decisive === undefined || decisive.disabled) return;
  event.preventDefault();
  decisive.click();
}

function isLine(target: Element): boolean {
  return (
    target instanceof HTMLInputElement &&
    target.form === null &&
    target.getAttribute("aria-expanded") !== "true" &&
    !["checkbox", "radio", "button", "file"].includes(target.type)
  );
}
