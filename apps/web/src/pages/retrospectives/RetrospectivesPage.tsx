import type { Failure } from "@morrow/client";
import { retrospectiveRoutes, type RetrospectiveBrief } from "@morrow/contract/retrospectives";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearchParams } from "react-router";
import { answerKey } from "../../api/answers.ts";
import { useMay } from "../../api/session.ts";
import { client } from "../../api/client.ts";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SkeletonRows } from "../../components/Skeleton.tsx";
import { useCommands } from "../../commands/registry.ts";
import { paths } from "../../paths.ts";
import { DraftRow } from "./list/DraftRow.tsx";
import { Filters } from "./list/Filters.tsx";
import { filtersOf } from "./list/filters.ts";
import "./list/list.css";
import { PublishedCard } from "./list/PublishedCard.tsx";

type Page = { items: RetrospectiveBrief[]; next: string | null };
const pageSize = 50;

/** What is being written, by what is due first; then what can be read, newest first. */
export function Component() {
  const [address] = useSearchParams();
  const navigate = useNavigate();
  const imports = useMay("writeups.import");
  const query = filtersOf(address);
  const pages = useInfiniteQuery<Page, Failure, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: answerKey(retrospectiveRoutes.list, query),
    queryFn: ({ pageParam, signal }) =>
      client.call(
        retrospectiveRoutes.list,
        { query: { ...query, limit: pageSize, ...(pageParam === undefined ? {} : { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    placeholderData: keepPreviousData,
  });
  useCommands([
    {
      id: "retro-needed",
      label: "Show incidents that need a retrospective",
      group: "Here",
      run: () => void navigate(paths.incidents({ needsRetrospective: true })),
    },
  ]);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const drafts = items.filter(({ state }) => state === "draft");
  const published = items.filter(({ state }) => state === "published");
  const filtered = Object.keys(query).length > 0;
  return (
    <>
      <PageHeader
        title="Retrospectives"
        lead="What we learned, newest first; above it what is being written, in the order in which it is due."
        actions={
          <>
            <ButtonLink to={paths.incidents({ needsRetrospective: true })}>
              Incidents that need one
            </ButtonLink>
            {imports ? <ButtonLink to={paths.importWriteUps()}>Import write-ups</ButtonLink> : null}
          </>
        }
      />
      <Filters />
      {pages.error !== null && pages.data === undefined ? (
        <ErrorState
          title="The retrospectives could not be loaded"
          advice={pages.error.message}
          onRetry={() => void pages.refetch()}
        />
      ) : pages.data === undefined ? (
        <SkeletonRows rows={6} label="Loading retrospectives" />
      ) : items.length === 0 ? (
        <Nothing filtered={filtered} />
      ) : (
        <div className="stack retro-lists">
          {drafts.length === 0 ? null : (
            <section aria-labelledby="retro-drafts">
              <h2 id="retro-drafts" className="retro-list-heading">
                Being written
              </h2>
              <ul className="retro-drafts">
                {drafts.map((each) => (
                  <DraftRow key={each.id} retrospective={each} />
                ))}
              </ul>
            </section>
          )}
          {published.length === 0 ? null : (
            <section aria-labelledby="retro-published">
              <h2 id="retro-published" className="retro-list-heading">
                Published
              </h2>
              <ul className="retro-cards">
                {published.map((each) => (
                  <PublishedCard key={each.id} retrospective={each} />
                ))}
              </ul>
            </section>
          )}
          {pages.hasNextPage ? (
            <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
              Show more
            </Button>
          ) : null}
        </div>
      )}
    </>
  );
}

function Nothing({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState
        title="Nothing fits these filters"
        action={<Link to={paths.retrospectives()}>Show all</Link>}
      >
        Fewer filters show more. Text is found with search, which also knows similar words.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No retrospectives yet"
      action={<Link to={paths.incidents({ needsRetrospective: true })}>Find an incident that needs one</Link>}
    >
      A retrospective turns an incident into something others can use: what happened, which conditions made it
      possible, and what will change. It starts from an incident, a few working days after it is resolved.
    </EmptyState>
  );
}
