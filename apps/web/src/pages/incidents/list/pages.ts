/** The pages of the list of incidents that are held, and how they are asked again piece by piece. Pure. */

interface Row {
  readonly id: string;
}

export interface Page<R extends Row = Row> {
  readonly items: readonly R[];
  /** Where the next page begins; null at the end. */
  readonly next: string | null;
  /** Something happened since this page was asked for; it is asked again when a reader comes to it. */
  readonly stale?: true;
}

/** Indexes of the first and the last row on screen, both included. */
export interface RowRange {
  readonly first: number;
  readonly last: number;
}

/** The most that one answer holds. */
const mostRows = 200;
/** So many new rows may have come into a page before those that follow have to be asked again as well. */
const spareRows = 50;

/** @returns the indexes of the pages that hold one of these rows */
export function pagesShown(pages: readonly Page[], { first, last }: RowRange): Set<number> {
  const shown = new Set<number>();
  let start = 0;
  for (const [index, { items }] of pages.entries()) {
    if (start <= last && start + items.length > first) shown.add(index);
    start += items.length;
  }
  return shown;
}

/** How many rows to ask for when `held` is asked again: enough to reach the pages behind it. */
export function rowsToRenew(held: Page, behind: readonly Page[], usual: number): number {
  return behind.length === 0 ? usual : Math.min(mostRows, held.items.length + spareRows);
}

/**
 * The new answer, cut where the pages behind it begin, so that this one still holds: no row twice, none missing.
 * Where the answer does not reach them, the page ends elsewhere than before (its `next` is new), and those behind it must be asked again.
 */
export function renewedPage<R extends Row>(
  answer: Page<R>,
  held: Page<R>,
  behind: readonly Page<R>[],
): Page<R> {
  if (behind.length === 0 || held.next === null) return answer;
  const known = new Set(behind.flatMap(({ items }) => items.map(({ id }) => id)));
  let end = answer.items.length;
  while (end > 0 && known.has(answer.items[end - 1]?.id ?? "")) end -= 1;
  return end === answer.items.length ? answer : { items: answer.items.slice(0, end), next: held.next };
}

/** All rows in order. One that moved to another page is shown once, though the page that it left may not have been asked again. */
export function rowsOf<R extends Row>(pages: readonly Page<R>[]): R[] {
  const rows = new Map<string, R>();
  for (const page of pages) for (const row of page.items) if (!rows.has(row.id)) rows.set(row.id, row);
  return [...rows.values()];
}
