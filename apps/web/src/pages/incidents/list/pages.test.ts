import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pagesShown, renewedPage, rowsOf, rowsToRenew, type Page } from "./pages.ts";

const usual = 60;

/** A list as the server holds it: names in falling order; a page begins behind the name that its cursor says. */
function answer(list: readonly string[], cursor: string | null, limit: number): Page {
  const rest = list.filter((id) => cursor === null || id < cursor);
  const items = rest.slice(0, limit).map((id) => ({ id }));
  return { items, next: rest.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** All held pages asked again from the top, each from where the one before it ends now. */
function refreshed(list: readonly string[], held: readonly Page[]): { pages: Page[]; reasked: number } {
  const cursors = [null, ...held.map(({ next }) => next)];
  const pages: Page[] = [];
  let reasked = 0;
  let cursor: string | null = null;
  for (let n = 0; n < held.length; n += 1) {
    const index = cursors.indexOf(cursor);
    const before = index < held.length ? held[index] : undefined;
    const behind = held.slice(index + 1);
    if (before === undefined) reasked += 1;
    const page: Page =
      before === undefined
        ? answer(list, cursor, usual)
        : renewedPage(answer(list, cursor, rowsToRenew(before, behind, usual)), before, behind);
    pages.push(page);
    cursor = page.next;
    if (cursor === null) break;
  }
  return { pages, reasked };
}

function load(list: readonly string[], count: number): Page[] {
  const pages = [answer(list, null, usual)];
  for (let next = pages[0]?.next ?? null; next !== null && pages.length < count;) {
    const page = answer(list, next, usual);
    pages.push(page);
    next = page.next;
  }
  return pages;
}

const ids = (pages: readonly Page[]) => rowsOf(pages).map(({ id }) => id);
const falling = (numbers: readonly number[]) =>
  [...new Set(numbers)].toSorted((a, b) => b - a).map((number) => String(number).padStart(4, "0"));

describe("a list asked again page by page", () => {
  it("shows the beginning of what is there now, whatever came and went", () => {
    const numbers = fc.array(fc.nat({ max: 3000 }), { minLength: 1, maxLength: 500 });
    fc.assert(
      fc.property(numbers, numbers, fc.integer({ min: 1, max: 6 }), (before, after, count) => {
        const now = falling(after);
        const { pages } = refreshed(now, load(falling(before), count));
        const atEnd = pages.at(-1)?.next === null;
        expect(ids(pages)).toEqual(atEnd ? now : now.slice(0, ids(pages).length));
      }),
    );
  });

  it("leaves the pages behind a new first row where they are", () => {
    const list = falling([...Array(3000).keys()]);
    const held = load(list, 30);
    const { pages, reasked } = refreshed(["9999", ...list], held);
    expect(reasked).toBe(0);
    expect(pages.map(({ next }) => next)).toEqual(held.map(({ next }) => next));
    expect(pages[0]?.items.map(({ id }) => id)).toEqual(["9999", ...ids(held.slice(0, 1))]);
    expect(pages[1]?.items).toEqual(held[1]?.items);
  });

  it("shows a row once that moved up, while its old page is not asked again", () => {
    const held: Page[] = [
      { items: [{ id: "moved" }, { id: "a" }], next: "a" },
      { items: [{ id: "b" }, { id: "moved" }], next: null, stale: true },
    ];
    expect(ids(held)).toEqual(["moved", "a", "b"]);
  });

  it("knows which pages are on screen", () => {
    const held = load(falling([...Array(300).keys()]), 5);
    expect([...pagesShown(held, { first: 55, last: 65 })]).toEqual([0, 1]);
    expect([...pagesShown(held, { first: 120, last: 179 })]).toEqual([2]);
    expect([...pagesShown(held, { first: 0, last: 0 })]).toEqual([0]);
  });
});
