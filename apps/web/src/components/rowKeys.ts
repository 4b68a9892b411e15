/** j and k walk through the rows of the list on the page; Enter follows the focused row's link by itself. */
import { useShortcuts } from "../keyboard/shortcuts.ts";

export interface RowKeys {
  readonly count: number;
  /** Index of the row that holds the focus, or -1. */
  readonly current: () => number;
  readonly focus: (index: number) => void;
}

export function useRowKeys({ count, current, focus }: RowKeys, enabled: boolean): void {
  const step = (by: 1 | -1) => () => {
    if (count === 0) return;
    const from = current();
    focus(from === -1 ? (by === 1 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, from + by)));
  };
  useShortcuts(
    enabled
      ? [
          { keys: "j", label: "Next row", group: "Lists", run: step(1) },
          { keys: "k", label: "Previous row", group: "Lists", run: step(-1) },
        ]
      : [],
  );
}
