/** Shortcuts register while what they act on is on screen. One listener serves them all and never takes a key from somebody typing. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { isTyping, keyName, matchKeys, type Keys } from "./matching.ts";

export interface Shortcut {
  readonly keys: Keys;
  readonly label: string;
  /** Heading in the help: "Go to", "Lists", "Incident". */
  readonly group: string;
  readonly run: () => void;
  /** Works in fields and dialogs as well; only for combinations with mod. */
  readonly everywhere?: boolean;
}

let groups: readonly (readonly Shortcut[])[] = [];
const watchers = new Set<() => void>();

function publish(next: readonly (readonly Shortcut[])[]): void {
  groups = next;
  for (const watcher of watchers) watcher();
}

/** Registers shortcuts while the component is mounted. The same list may be new at every render; `run` is always the latest. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const shape = shortcuts
    .map((each) => `${each.keys}\t${each.label}\t${each.group}\t${each.everywhere ?? false}`)
    .join("\n");
  useEffect(() => {
    if (shape === "") return;
    const mine: readonly Shortcut[] = latest.current.map((each, index) => ({
      ...each,
      run: () => latest.current[index]?.run(),
    }));
    publish([...groups, mine]);
    return () => publish(groups.filter((group) => group !== mine));
  }, [shape]);
}

/** Every shortcut that works now, for the help. */
export function useAllShortcuts(): readonly Shortcut[] {
  const current = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => groups,
  );
  return current.flat();
}

/** How long the first key of a sequence waits for the second. */
const sequenceMs = 1200;

/** Mounted once by the shell. */
export function useShortcutListener(): void {
  useEffect(() => {
    let held = "";
    let heldUntil = 0;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const name = keyName(event);
      if (name === null) return;
      const match = matchKeys(groups.flat(), event.timeStamp < heldUntil ? held : "", name);
      held = "";
      if (match.kind === "none") return;
      const everywhere = match.kind === "run" && match.shortcut.everywhere === true;
      if (!everywhere && keysTaken(event.target)) return;
      event.preventDefault();
      if (match.kind === "run") return match.shortcut.run();
      held = match.held;
      heldUntil = event.timeStamp + sequenceMs;
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** In a field, an open dialog or an open menu, plain keys belong to it. */
function keysTaken(target: EventTarget | null): boolean {
  const element = target instanceof Element ? target : null;
  return (
    isTyping(element) ||
    document.querySelector(
      '[role="dialog"][data-open], [role="alertdialog"][data-open], [role="menu"][data-open]',
    ) !== null
  );
}

export const onApple = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.userAgent);
