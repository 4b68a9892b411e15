/** Turns key presses into the names used for shortcuts, and finds which shortcut a press completes. */

/** "mod+k" (⌘ on Apple, Ctrl elsewhere), "g h" (one after the other), "?", "/", "d". */
export type Keys = string;

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** @returns "mod+k", "g", "?", "escape"; null for presses that are never ours (Alt, or a modifier alone) */
export function keyName({ key, ctrlKey, metaKey, altKey }: KeyPress): string | null {
  if (altKey || ["Shift", "Control", "Meta", "Alt", "AltGraph"].includes(key)) return null;
  const name = key.toLowerCase();
  return ctrlKey || metaKey ? `mod+${name}` : name;
}

export type Match<T> =
  | { readonly kind: "run"; readonly shortcut: T }
  | { readonly kind: "wait"; readonly held: string }
  | { readonly kind: "none" };

/** @param held what was pressed just before and may begin a sequence; "" for nothing
    Later shortcuts win, so that a page may take over a key. */
export function matchKeys<T extends { readonly keys: Keys }>(
  shortcuts: readonly T[],
  held: string,
  name: string,
): Match<T> {
  const tries = held === "" ? [name] : [`${held} ${name}`, name];
  for (const attempt of tries) {
    const shortcut = shortcuts.findLast((each) => each.keys === attempt);
    if (shortcut !== undefined) return { kind: "run", shortcut };
    if (shortcuts.some((each) => each.keys.startsWith(`${attempt} `))) return { kind: "wait", held: attempt };
  }
  return { kind: "none" };
}

/** True while keys belong to text: in fields, editors and anything that takes typing itself. */
export function isTyping(element: Element | null): boolean {
  if (element === null) return false;
  return (
    element.closest(
      'input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"], [role="searchbox"]',
    ) !== null
  );
}

/** The keys as a person reads them: "⌘ K" or "Ctrl K", "g then h". */
export function keysText(keys: Keys, apple: boolean): string {
  return keys
    .split(" ")
    .map((key) =>
      key
        .replace("mod+", apple ? "⌘" : "Ctrl ")
        .replace(/([a-z])$/, (letter) => (key.startsWith("mod") ? letter.toUpperCase() : letter)),
    )
    .join(" then ");
}
