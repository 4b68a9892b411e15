import type { Failure } from "@morrow/client";
import { incidentRoutes, type IncidentBrief } from "@morrow/contract/incidents";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { client } from "../../../api/client.ts";
import { filterQuery, type IncidentFilters } from "./filters.ts";

const pageSize = 100;

type Page = { items: IncidentBrief[]; next: string | null };

/** The incidents behind the filters, page by page as the reader comes near the end. */
export function useIncidents(filters: IncidentFilters) {
  const query = filterQuery(filters);
  const answer = useInfiniteQuery<Page, Failure, { pages: Page[] }, readonly unknown[], string | null>({
    queryKey: ["incidents", "list", "pages", query],
    queryFn: ({ pageParam, signal }) =>
      client.call(
        incidentRoutes.list,
        { query: { ...query, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null,
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.items) ?? [], [answer.data]);
  return { ...answer, rows };
}
