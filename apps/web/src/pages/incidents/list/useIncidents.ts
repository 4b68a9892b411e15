import type { Failure } from "@morrow/client";
import { incidentRoutes, type IncidentBrief } from "@morrow/contract/incidents";
import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client } from "../../../api/client.ts";
import { queries } from "../../../api/queries.ts";
import { filterQuery, readFilters, type IncidentFilters } from "./filters.ts";

/** Fills a large screen; the rest follows in larger steps. */
const firstPage = 50;
const nextPage = 200;

type Page = { items: IncidentBrief[]; next: string | null };

function incidentsQuery(filters: IncidentFilters) {
  const query = filterQuery(filters);
  return infiniteQueryOptions<Page, Failure, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: ["incidents", "list", "pages", query],
    queryFn: ({ pageParam, signal }) => {
      const place = pageParam === null ? { limit: firstPage } : { limit: nextPage, cursor: pageParam };
      return client.call(incidentRoutes.list, { query: { ...query, ...place } }, { signal });
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    // Comparing ten thousand rows with each other at every further page costs more than showing a screenful of them anew.
    structuralSharing: false,
  });
}

/** Begins to fetch the list while the page that shows it is still loading. */
export function prefetchIncidents(address: URLSearchParams): Promise<void> {
  return queries.prefetchInfiniteQuery(incidentsQuery(readFilters(address)));
}

/** The incidents behind the filters, page by page as the reader comes near the end. */
export function useIncidents(filters: IncidentFilters) {
  const answer = useInfiniteQuery(incidentsQuery(filters));
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.items) ?? [], [answer.data]);
  return { ...answer, rows };
}
