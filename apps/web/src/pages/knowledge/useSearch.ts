import type { Answer, Failure } from "@morrow/client";
import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { answerKey } from "../../api/answers.ts";
import { client } from "../../api/client.ts";

export type SearchAnswer = Answer<typeof knowledgeRoutes.search>;

const noFacets: SearchAnswer["facets"] = { severity: [], service: [], tag: [], team: [], kind: [] };

/** Pages of results; the previous ones stay on screen until the next have come. */
export function useSearch(q: string) {
  const pages = useInfiniteQuery<
    SearchAnswer,
    Failure,
    { pages: SearchAnswer[] },
    readonly unknown[],
    string | undefined
  >({
    queryKey: answerKey(knowledgeRoutes.search, { q }),
    queryFn: ({ pageParam, signal }) =>
      client.call(
        knowledgeRoutes.search,
        { query: { q, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    enabled: q.trim() !== "",
    placeholderData: keepPreviousData,
  });
  const first = pages.data?.pages[0];
  return {
    ...pages,
    items: pages.data?.pages.flatMap((page) => page.items) ?? [],
    facets: first?.facets ?? noFacets,
    corrected: first?.corrected ?? [],
    notes: first?.notes ?? [],
  };
}
