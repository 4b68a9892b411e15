import { incidentRoutes } from "@morrow/contract/incidents";
import { useInfiniteQuery } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { Button } from "../../../components/Button.tsx";
import { Sheet } from "../../../components/Dialog.tsx";
import { ErrorState } from "../../../components/ErrorState.tsx";
import { SkeletonRows } from "../../../components/Skeleton.tsx";
import { Time } from "../../../components/Time.tsx";
import { historyWords } from "./historyWords.ts";

/** Who changed what and when, newest first. */
export function HistorySheet({ incident, onClose }: { incident: string; onClose: () => void }) {
  const history = useInfiniteQuery({
    queryKey: ["incidents", "history", incident],
    queryFn: ({ pageParam, signal }) =>
      client.call(
        incidentRoutes.history,
        { params: { ref: incident }, query: pageParam === null ? {} : { cursor: pageParam } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
  });
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title="All changes"
      description="From the log, newest first."
    >
      {history.isPending ? <SkeletonRows rows={6} label="Loading the changes" /> : null}
      {history.isError ? (
        <ErrorState
          title="The changes could not be loaded"
          advice={history.error.message}
          onRetry={() => void history.refetch()}
        />
      ) : null}
      <ol className="incident-history">
        {items.map((entry) => (
          <li key={entry.position}>
            <Time at={entry.at} />
            <span>
              {historyWords(entry.what)} <span className="quiet">by {entry.by.name}</span>
            </span>
          </li>
        ))}
      </ol>
      {history.hasNextPage ? (
        <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </Sheet>
  );
}
