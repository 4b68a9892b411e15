/** A list that stays smooth at any length: past 200 rows only what is near the window is in the page. Scrolls with the window. */
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from "react";
import "./VirtualList.css";
import { useRowKeys } from "./rowKeys.ts";

export const virtualPast = 200;

export interface VirtualListHandle {
  scrollToIndex: (index: number) => void;
}

export interface VirtualListProps<Item> {
  /** Names the list for screen readers. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly itemKey: (item: Item) => string;
  readonly renderItem: (item: Item, index: number) => ReactNode;
  /** A good guess of a row's height in px; the real one is measured. */
  readonly estimate: number;
  /** Space between rows in px. */
  readonly gap?: number;
  /** j and k move the focus to the row's first link or button marked data-row-focus. */
  readonly rowKeys?: boolean;
  readonly ref?: Ref<VirtualListHandle>;
}

export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, items, itemKey, renderItem, estimate, gap = 0, rowKeys = false, ref } = props;
  const list = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const windowed = items.length > virtualPast;
  useLayoutEffect(() => {
    if (windowed) setOffset(list.current?.offsetTop ?? 0);
  }, [windowed]);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    enabled: windowed,
    estimateSize: () => estimate,
    gap,
    overscan: 8,
    scrollMargin: offset,
    // As in the table: the overscan shows until the new rows are there.
    useFlushSync: false,
    getItemKey: (index) => (items[index] === undefined ? index : itemKey(items[index])),
  });
  const reveal = (index: number) =>
    windowed
      ? virtualizer.scrollToIndex(index, { align: "center" })
      : row(list.current, index)?.scrollIntoView({ block: "center" });
  useImperativeHandle(ref, () => ({ scrollToIndex: reveal }));
  useRowKeys(
    {
      count: items.length,
      current: () => focusedRow(list.current),
      focus: (index) => focusRow(list.current, index, reveal),
    },
    rowKeys,
  );

  const entry = (item: Item, index: number, measure?: (element: HTMLElement | null) => void) => (
    <div
      key={itemKey(item)}
      ref={measure}
      role="listitem"
      data-index={index}
      aria-setsize={items.length}
      aria-posinset={index + 1}
      className="m-virtual-item"
    >
      {renderItem(item, index)}
    </div>
  );

  if (!windowed)
    return (
      <div ref={list} role="list" aria-label={label} className="m-plain-list" style={{ rowGap: gap }}>
        {items.map((item, index) => entry(item, index))}
      </div>
    );

  const visible = virtualizer.getVirtualItems();
  const start = (visible[0]?.start ?? offset) - offset;
  return (
    <div
      ref={list}
      role="list"
      aria-label={label}
      className="m-virtual"
      style={{ height: virtualizer.getTotalSize() }}
    >
      <div
        role="presentation"
        className="m-virtual-window"
        style={{ transform: `translateY(${start}px)`, rowGap: gap }}
      >
        {visible.map(({ index }) => {
          const item = items[index];
          return item === undefined ? null : entry(item, index, virtualizer.measureElement);
        })}
      </div>
    </div>
  );
}

export function row(list: HTMLElement | null, index: number): HTMLElement | null {
  return list?.querySelector<HTMLElement>(`[data-index="${index}"]`) ?? null;
}

/** @returns index of the row that holds the focus, or -1 */
export function focusedRow(list: HTMLElement | null): number {
  const holder =
    list?.contains(document.activeElement) === true ? document.activeElement?.closest("[data-index]") : null;
  return holder instanceof HTMLElement ? Number(holder.dataset["index"]) : -1;
}

/** Focuses a row's way in; one that is not in the page yet is scrolled to first and focused in the next frame. */
export function focusRow(list: HTMLElement | null, index: number, reveal: (index: number) => void): void {
  const target = () => {
    const found = row(list, index);
    return found?.querySelector<HTMLElement>("[data-row-focus], a[href], button") ?? found;
  };
  const now = target();
  if (now !== null) {
    now.focus({ preventScroll: true });
    now.scrollIntoView({ block: "nearest" });
    return;
  }
  reveal(index);
  requestAnimationFrame(() => target()?.focus({ preventScroll: true }));
}
