/** Rows on one grid, so that columns line up down the whole page. Pages by key ("show more"), virtual past 200 rows. On a phone each
    row becomes a small card: the main column as its title, the others below it, those marked so left out. */
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  memo,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
} from "react";
import { Link } from "react-router";
import { Button } from "./Button.tsx";
import "./DataTable.css";
import { useRowKeys } from "./rowKeys.ts";
import { SkeletonRows } from "./Skeleton.tsx";
import { focusedRow, focusRow, row as rowAt, virtualPast } from "./VirtualList.tsx";

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** A CSS grid track; fixed or fractional, because every row has a grid of its own: "7rem", "minmax(12rem, 1fr)". */
  readonly width: string;
  readonly align?: "start" | "end";
  /** The column that names the row: it carries the link. Exactly one. */
  readonly main?: boolean;
  readonly onPhone?: "shown" | "hidden";
  /** Where the sort order of this column leads; the header is then a link that keeps its state in the address. */
  readonly sort?: { readonly to: string; readonly direction?: "ascending" | "descending" };
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowHref?: (row: Row) => string;
  /** Shown in place of the rows while the first page loads. */
  readonly loading?: boolean;
  /** Shown when there are no rows. */
  readonly empty?: ReactNode;
  /** Set while there are more rows behind the last key. */
  readonly onMore?: () => void;
  readonly moreBusy?: boolean;
  /** Told which rows are on screen (indexes, both included; a few beyond either edge count too), and again when rows come or go. */
  readonly onShown?: (range: { first: number; last: number }) => void;
  /** All that match, if known; for "40 of 1,284". */
  readonly total?: number;
}

const rowHeight = 45;

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, loading = false, empty, onMore, moreBusy = false, total } = props;
  if (loading) return <SkeletonRows label={`Loading ${label.toLowerCase()}`} />;
  if (rows.length === 0) return <>{empty}</>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- React's type knows no custom properties
  const template: CSSProperties = {
    "--columns": columns.map((column) => column.width).join(" "),
  } as CSSProperties;
  return (
    <div className="m-table-frame" style={template}>
      <div role="table" aria-label={label} aria-rowcount={(total ?? rows.length) + 1} className="m-table">
        <div role="rowgroup" className="m-table-head">
          <div role="row" className="m-table-row" aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} />
            ))}
          </div>
        </div>
        <Body {...props} />
      </div>
      {onMore === undefined ? null : (
        <div className="m-table-more">
          <Button onClick={onMore} busy={moreBusy}>
            Show more
          </Button>
          {total === undefined ? null : (
            <span className="quiet tabular">
              {rows.length.toLocaleString("en")} of {total.toLocaleString("en")}
            </span>
          )}
        </div>
      )}
    </div>
  );
}

function HeaderCell<Row>({ column }: { column: Column<Row> }) {
  const { header, sort, align = "start" } = column;
  return (
    <div
      role="columnheader"
      className="m-table-cell"
      data-align={align}
      {...(sort?.direction === undefined ? {} : { "aria-sort": sort.direction })}
    >
      {sort === undefined ? (
        header
      ) : (
        <Link to={sort.to} replace preventScrollReset className="m-table-sort">
          {header}
          <span aria-hidden="true">
            {sort.direction === undefined ? "" : sort.direction === "ascending" ? " ↑" : " ↓"}
          </span>
        </Link>
      )}
    </div>
  );
}

function Body<Row>({ columns, rows, rowKey, rowHref, onShown }: DataTableProps<Row>) {
  const body = useRef<HTMLDivElement>(null);
  const [offset, setOffset] = useState(0);
  const windowed = rows.length > virtualPast;
  // Asking for the place makes the browser lay out the page at once, and is of no use to a short table.
  useLayoutEffect(() => {
    if (windowed) setOffset(topOnPage(body.current));
  }, [windowed]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    enabled: windowed,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: offset,
    // A scroll event must not wait for the rows: the overscan shows meanwhile.
    useFlushSync: false,
    getItemKey: (index) => (rows[index] === undefined ? index : rowKey(rows[index])),
  });
  const reveal = (index: number) =>
    windowed
      ? virtualizer.scrollToIndex(index, { align: "center" })
      : rowAt(body.current, index)?.scrollIntoView({ block: "center" });
  useRowKeys(
    {
      count: rows.length,
      current: () => focusedRow(body.current),
      focus: (index) => focusRow(body.current, index, reveal),
    },
    rowHref !== undefined,
  );

  const line = (row: Row, index: number, measure?: (element: HTMLElement | null) => void) => (
    <BodyRow
      key={rowKey(row)}
      columns={columns}
      row={row}
      index={index}
      href={rowHref?.(row)}
      measure={measure}
    />
  );

  const visible = virtualizer.getVirtualItems();
  const first = windowed ? (visible[0]?.index ?? 0) : 0;
  const last = windowed ? (visible.at(-1)?.index ?? 0) : rows.length - 1;
  useEffect(() => onShown?.({ first, last }), [onShown, first, last]);

  if (!windowed)
    return (
      <div ref={body} role="rowgroup" className="m-table-body">
        {rows.map((row, index) => line(row, index))}
      </div>
    );
  const start = (visible[0]?.start ?? offset) - offset;
  return (
    <div
      ref={body}
      role="rowgroup"
      className="m-table-body m-virtual"
      style={{ height: virtualizer.getTotalSize() }}
    >
      <div role="presentation" className="m-virtual-window" style={{ transform: `translateY(${start}px)` }}>
        {visible.map(({ index }) => {
          const row = rows[index];
          return row === undefined ? null : line(row, index, virtualizer.measureElement);
        })}
      </div>
    </div>
  );
}

interface BodyRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly row: Row;
  readonly index: number;
  readonly href: string | undefined;
  readonly measure: ((element: HTMLElement | null) => void) | undefined;
}

function PlainRow<Row>({ columns, row, index, href, measure }: BodyRowProps<Row>) {
  return (
    <div
      ref={measure}
      role="row"
      className="m-table-row"
      data-index={index}
      data-linked={href !== undefined || undefined}
      aria-rowindex={index + 2}
    >
      {columns.map((column) => (
        <BodyCell key={column.id} column={column} row={row} href={column.main === true ? href : undefined} />
      ))}
    </div>
  );
}

/** Scrolling moves the window over the rows; those that stay in it are not made again. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- memo loses the type parameter
const BodyRow = memo(PlainRow) as typeof PlainRow;

function BodyCell<Row>({ column, row, href }: { column: Column<Row>; row: Row; href: string | undefined }) {
  const content = column.cell(row);
  return (
    <div
      role="cell"
      className="m-table-cell"
      data-align={column.align ?? "start"}
      data-main={column.main || undefined}
      data-phone={column.onPhone ?? "shown"}
    >
      {href === undefined ? (
        content
      ) : (
        <Link to={href} className="m-table-link" data-row-focus>
          {content}
        </Link>
      )}
    </div>
  );
}

function topOnPage(element: HTMLElement | null): number {
  return element === null ? 0 : element.getBoundingClientRect().top + window.scrollY;
}
