import { timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import { useQuery } from "@tanstack/react-query";
import { client } from "../../../api/client.ts";
import { Dialog } from "../../../components/Dialog.tsx";
import { ErrorState } from "../../../components/ErrorState.tsx";
import { SkeletonText } from "../../../components/Skeleton.tsx";
import { Time } from "../../../components/Time.tsx";
import { EventBody } from "./EventBody.tsx";

export interface EarlierDialogProps {
  readonly incident: string;
  readonly event: TimelineEvent;
  readonly onClose: () => void;
}

/** What an entry said before it was corrected, newest first. */
export function EarlierDialog({ incident, event, onClose }: EarlierDialogProps) {
  const earlier = useQuery({
    queryKey: ["events", incident, "before", event.id],
    queryFn: () => chainBehind(incident, event),
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title="What stood here before">
      {earlier.data?.map((version) => (
        <section key={version.id} className="incident-earlier">
          <p className="quiet">
            {version.at === null ? (version.given ?? "no time") : <Time at={version.at} />}, recorded{" "}
            <Time at={version.recordedAt} /> by {version.recordedBy?.name ?? "Morrow"}
          </p>
          <EventBody source={version.body} />
        </section>
      ))}
      {earlier.isPending ? <SkeletonText /> : null}
      {earlier.isError ? (
        <ErrorState
          title="This could not be loaded"
          advice={earlier.error.message}
          onRetry={() => void earlier.refetch()}
        />
      ) : null}
    </Dialog>
  );
}

/** Corrections of corrections are few; each names the one before it. */
async function chainBehind(ref: string, event: TimelineEvent): Promise<TimelineEvent[]> {
  const chain: TimelineEvent[] = [];
  let ids = event.supersedes;
  while (ids !== null && chain.length < 50) {
    const answer = await client.call(timelineRoutes.list, { params: { ref }, query: { ids } });
    const found = answer.items[0];
    if (found === undefined) break;
    chain.push(found);
    ids = found.supersedes;
  }
  return chain;
}
