import type { Failure } from "@morrow/client";
import { incidentRoutes, type IncidentBrief } from "@morrow/contract/incidents";
import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
} from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { client } from "../../../api/client.ts";
import { queries } from "../../../api/queries.ts";
import { filterQuery, readFilters, type IncidentFilters } from "./filters.ts";
import { pagesShown, renewedPage, rowsOf, rowsToRenew, type Page as PageOf, type RowRange } from "./pages.ts";

/** Fills a screen; the rest follows in larger steps, which leave room for what comes in between before it is asked again. */
const firstPage = 30;
const nextPage = 150;

type Page = PageOf<IncidentBrief>;
type Pages = InfiniteData<Page, string | null>;

/** What is on screen, for the one list that can be. Asking again happens outside of React. */
let shown: RowRange = { first: 0, last: 0 };

function incidentsQuery(filters: IncidentFilters) {
  const query = filterQuery(filters);
  const queryKey = ["incidents", "list", "pages", query] as const;
  return infiniteQueryOptions<Page, Failure, Pages, typeof queryKey, string | null>({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const held = queries.getQueryData<Pages>(queryKey);
      const index = held?.pageParams.indexOf(pageParam) ?? -1;
      const before = held?.pages[index];
      // News makes the whole list out of date. Asking for fifty pages of it would be no help to somebody who sees one.
      if (before !== undefined && index > 0 && !pagesShown(held?.pages ?? [], shown).has(index))
        return before.stale === true ? before : { ...before, stale: true };
      return ask(query, pageParam, before, held?.pages.slice(index + 1) ?? [], signal);
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // Comparing ten thousand rows with each other at every further page costs more than showing a screenful of them anew.
    structuralSharing: false,
  });
}

async function ask(
  query: ReturnType<typeof filterQuery>,
  cursor: string | null,
  held: Page | undefined,
  behind: readonly Page[],
  signal?: AbortSignal,
): Promise<Page> {
  const usual = cursor === null ? firstPage : nextPage;
  const limit = held === undefined ? usual : rowsToRenew(held, behind, usual);
  const place = cursor === null ? { limit } : { limit, cursor };
  const answer = await client.call(
    incidentRoutes.list,
    { query: { ...query, ...place } },
    signal === undefined ? {} : { signal },
  );
  return held === undefined ? answer : renewedPage(answer, held, behind);
}

/** Asks again for the one page, and puts it into its place if the list is still the same then. */
async function renew(filters: IncidentFilters, index: number): Promise<void> {
  const { queryKey } = incidentsQuery(filters);
  const held = queries.getQueryData<Pages>(queryKey);
  const page = held?.pages[index];
  const cursor = held?.pageParams[index];
  if (held === undefined || page === undefined || cursor === undefined) return;
  const renewed = await ask(filterQuery(filters), cursor, page, held.pages.slice(index + 1));
  queries.setQueryData<Pages>(queryKey, (now) =>
    now?.pages[index] === page ? { ...now, pages: now.pages.with(index, renewed) } : now,
  );
  // It ends elsewhere than before: the pages behind it no longer join up.
  if (held.pages[index + 1] !== undefined && renewed.next !== page.next)
    await queries.invalidateQueries({ queryKey });
}

/** Begins to fetch the list while the page that shows it is still loading. */
export function prefetchIncidents(address: URLSearchParams): Promise<void> {
  return queries.prefetchInfiniteQuery(incidentsQuery(readFilters(address)));
}

/** The incidents behind the filters, page by page as the reader comes near the end. After news only what is on screen is asked again. */
export function useIncidents(filters: IncidentFilters) {
  const answer = useInfiniteQuery(incidentsQuery(filters));
  const pages = answer.data?.pages;
  const rows = useMemo(() => rowsOf(pages ?? []), [pages]);
  const renewing = useRef(new Set<Page>());
  const onShown = (range: RowRange) => {
    shown = range;
    for (const index of pagesShown(pages ?? [], range)) {
      const page = pages?.[index];
      if (page?.stale !== true || renewing.current.has(page)) continue;
      renewing.current.add(page);
      void renew(filters, index)
        .catch(() => undefined) // The rows stay as they were; the next news asks again.
        .finally(() => renewing.current.delete(page));
    }
  };
  return { ...answer, rows, onShown };
}
