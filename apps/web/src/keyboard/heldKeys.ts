/** Keys that are pressed between opening something and the moment it can take them, because its code or its drawing is still on the way.
    They are held in order and given to its first field when that has the focus; nobody has to wait before typing. */

export interface HeldKeys {
  readonly text: string;
  /** Enter was pressed after the text. */
  readonly enter: boolean;
}

const none: HeldKeys = { text: "", enter: false };

let held: HeldKeys | null = null;

/** From now on plain keys are held, until they are taken, or until Escape or a press of the pointer says that it was meant otherwise. */
export function holdKeys(): void {
  if (held !== null) return;
  held = none;
  addEventListener("keydown", hold, { capture: true });
  addEventListener("pointerdown", letGo, { capture: true });
}

/** @returns what was held, once; nothing when nothing was */
export function takeHeldKeys(): HeldKeys {
  const taken = held ?? none;
  letGo();
  return taken;
}

/** What is held is dropped: nobody will take it. */
export function letGo(): void {
  held = null;
  removeEventListener("keydown", hold, { capture: true });
  removeEventListener("pointerdown", letGo, { capture: true });
}

function hold(event: KeyboardEvent): void {
  if (held === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return letGo();
  const next = withKey(held, event.key);
  if (next === null) return;
  held = next;
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @returns null for keys that write nothing, such as arrows: those go where they always go */
export function withKey(keys: HeldKeys, key: string): HeldKeys | null {
  if (keys.enter) return keys;
  if (key === "Enter") return { ...keys, enter: true };
  if (key === "Backspace") return { ...keys, text: [...keys.text].slice(0, -1).join("") };
  return [...key].length === 1 ? { ...keys, text: keys.text + key } : null;
}
