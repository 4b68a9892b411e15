/** The timeline itself: thousands of rows, of which the page holds those in sight. It scrolls in a pane of its own where there is room
    for three columns, and with the window elsewhere. It stays at the end while new entries come, unless somebody scrolled away. */
import { useVirtualizer, useWindowVirtualizer, type Virtualizer } from "@tanstack/react-virtual";
import { ArrowDown } from "lucide-react";
import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from "react";
import { Button } from "../../../components/Button.tsx";
import { useRowKeys } from "../../../components/rowKeys.ts";
import { focusedRow, focusRow } from "../../../components/VirtualList.tsx";
import type { TimelineRow } from "./rows.ts";

export interface TimelineListHandle {
  toEnd: () => void;
  toKey: (key: string) => void;
}

export interface TimelineListProps {
  readonly rows: readonly TimelineRow[];
  readonly renderRow: (row: TimelineRow) => ReactNode;
  /** Start at the newest entry: for an incident that is still going on. */
  readonly startAtEnd: boolean;
  readonly ref?: Ref<TimelineListHandle>;
}

const nearEndPx = 80;
const overscan = 6;

const estimate = (row: TimelineRow | undefined) => (row?.kind === "day" ? 33 : 60);

/** Scrolls in its own pane, given by the page's layout. */
export function PaneTimeline(props: TimelineListProps) {
  const { rows } = props;
  const pane = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => pane.current,
    estimateSize: (index) => estimate(rows[index]),
    overscan,
    // A scroll event must not wait for the rows: the overscan shows meanwhile.
    useFlushSync: false,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  const isAtEnd = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = pane.current ?? {};
    return scrollHeight - scrollTop - clientHeight < nearEndPx;
  };
  return (
    <div
      ref={pane}
      className="incident-timeline-pane"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a pane that scrolls must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label="Timeline entries"
    >
      <Rows {...props} virtualizer={virtualizer} isAtEnd={isAtEnd} scroller={pane} margin={0} />
    </div>
  );
}

/** Scrolls with the window. */
export function WindowTimeline(props: TimelineListProps) {
  const { rows } = props;
  const box = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  // What stands above may change its height (an edited title, filters), so the place is measured after every change.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it settles at once: the same place sets nothing
  useLayoutEffect(() => {
    const top = Math.round((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    setMargin((before) => (Math.abs(before - top) < 1 ? before : top));
  });
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: (index) => estimate(rows[index]),
    overscan,
    useFlushSync: false,
    scrollMargin: margin,
    // The composer covers the foot of the window.
    scrollPaddingEnd: 140,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  return (
    <div ref={box}>
      <Rows {...props} virtualizer={virtualizer} isAtEnd={windowIsAtEnd} scroller={null} margin={margin} />
    </div>
  );
}

function windowIsAtEnd(): boolean {
  return document.documentElement.scrollHeight - window.scrollY - window.innerHeight < nearEndPx;
}

interface RowsProps extends TimelineListProps {
  readonly virtualizer: Virtualizer<HTMLDivElement, Element> | Virtualizer<Window, Element>;
  readonly isAtEnd: () => boolean;
  readonly scroller: RefObject<HTMLDivElement | null> | null;
  readonly margin: number;
}

function Rows({ rows, renderRow, startAtEnd, ref, virtualizer, isAtEnd, scroller, margin }: RowsProps) {
  const list = useRef<HTMLDivElement>(null);
  const toIndex = (index: number, align: "center" | "end") => virtualizer.scrollToIndex(index, { align });
  const toEnd = () => toIndex(rows.length - 1, "end");
  const size = virtualizer.getTotalSize();
  const unseen = useFollowing({ rows, size, startAtEnd, isAtEnd, toEnd, scroller });
  useImperativeHandle(ref, () => ({
    toEnd,
    toKey(key) {
      const index = rows.findIndex((row) => row.key === key);
      if (index >= 0) toIndex(index, "center");
    },
  }));
  useRowKeys(
    {
      count: rows.length,
      current: () => focusedRow(list.current),
      focus: (index) => focusRow(list.current, index, (wanted) => toIndex(wanted, "center")),
    },
    true,
  );
  const visible = virtualizer.getVirtualItems();
  const start = (visible[0]?.start ?? margin) - margin;
  return (
    <>
      <div
        ref={list}
        role="list"
        aria-label="Timeline"
        className="incident-timeline-list m-virtual"
        style={{ height: size }}
      >
        <div role="presentation" className="m-virtual-window" style={{ transform: `translateY(${start}px)` }}>
          {visible.map(({ index, key }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <div
                key={key}
                ref={virtualizer.measureElement}
                role="listitem"
                data-index={index}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                tabIndex={-1}
                data-row-focus={row.kind === "day" ? undefined : ""}
                className="m-virtual-item incident-timeline-row"
              >
                {renderRow(row)}
              </div>
            );
          })}
        </div>
      </div>
      {unseen === 0 ? null : (
        <div className="incident-unseen">
          <Button size="small" icon={<ArrowDown size={14} aria-hidden="true" />} onClick={toEnd}>
            {unseen === 1 ? "1 new entry" : `${unseen} new entries`}
          </Button>
        </div>
      )}
    </>
  );
}

interface Following {
  readonly rows: readonly TimelineRow[];
  /** Height of the whole list in px; it changes when rows turn out higher or lower than was guessed. */
  readonly size: number;
  readonly startAtEnd: boolean;
  readonly isAtEnd: () => boolean;
  readonly toEnd: () => void;
  readonly scroller: RefObject<HTMLDivElement | null> | null;
}

/** Stays at the end while the reader is there. @returns how many rows came at the end meanwhile, unseen */
function useFollowing({ rows, size, startAtEnd, isAtEnd, toEnd, scroller }: Following): number {
  const [unseen, setUnseen] = useState(0);
  const atEnd = useRef(startAtEnd);
  const hasScrolled = useRef(false);
  const before = useRef({ count: 0, last: "" });
  const latest = useRef({ isAtEnd, toEnd });
  useEffect(() => {
    latest.current = { isAtEnd, toEnd };
  });
  const count = rows.length;
  const last = rows.at(-1)?.key ?? "";
  useLayoutEffect(() => {
    const { count: had, last: hadLast } = before.current;
    before.current = { count, last };
    if (count === 0) return;
    // What was kept on the device comes first, and may be shorter than what then arrives.
    if (!hasScrolled.current) atEnd.current = startAtEnd;
    if (atEnd.current) requestAnimationFrame(() => latest.current.toEnd());
    else if (had > 0 && last !== hadLast && count > had) setUnseen((some) => some + count - had);
  }, [count, last, startAtEnd]);
  useLayoutEffect(() => {
    if (atEnd.current && size > 0) latest.current.toEnd();
  }, [size]);
  useEffect(() => {
    const target: EventTarget = scroller?.current ?? window;
    const look = () => {
      hasScrolled.current = true;
      atEnd.current = latest.current.isAtEnd();
      if (atEnd.current) setUnseen(0);
    };
    target.addEventListener("scroll", look, { passive: true });
    return () => target.removeEventListener("scroll", look);
  }, [scroller]);
  return unseen;
}
