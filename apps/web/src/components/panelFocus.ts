/** What can be written or chosen in; what is hidden or out of the order of Tab is somebody else's inside. */
const fields = ["input", "textarea", "select", "[role=combobox]", "[contenteditable=true]"]
  .map((each) => `${each}:not([type=hidden], [tabindex="-1"], [aria-hidden=true], :disabled)`)
  .join(", ");

/** Where somebody with a keyboard goes on when a panel opens; null where a touch would only bring up the screen's keyboard. */
export function firstField(panel: Element | null): HTMLElement | null {
  if (matchMedia("(pointer: coarse)").matches) return null;
  return panel?.querySelector<HTMLElement>(fields) ?? null;
}

/** Gives the focus to the page's heading when it is nowhere: what had it is gone. */
export function keepFocus(): void {
  if (document.activeElement !== null && document.activeElement !== document.body) return;
  document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
}
