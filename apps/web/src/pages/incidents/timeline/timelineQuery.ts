/** How the timeline of one incident is fetched: a first page at once, the rest behind it. */
import { timelineEvent, timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import type { Failure } from "@morrow/client";
import { queryOptions, type QueryClient, type QueryKey } from "@tanstack/react-query";
import { z } from "zod";
import { client } from "../../../api/client.ts";
import { keptAnswer } from "../../../kept/kept.ts";
import { isAway } from "../../../kept/keptCall.ts";

const firstPage = 200;
const nextPage = 1_000;
const keptEvents = z.array(timelineEvent);

export interface Loaded {
  readonly events: readonly TimelineEvent[];
  readonly complete: boolean;
}

export function timelineKey(ref: string): QueryKey {
  return ["events", ref];
}

export function timelineQuery(ref: string, cache: QueryClient) {
  return queryOptions<Loaded, Failure>({
    queryKey: timelineKey(ref),
    queryFn: ({ signal }) =>
      loadTimeline(ref, signal, (events) => {
        if (cache.getQueryData(timelineKey(ref)) === undefined)
          cache.setQueryData<Loaded>(timelineKey(ref), { events, complete: false });
      }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: (count, failure) => count < 2 && failure.status === 0,
  });
}

async function loadTimeline(
  ref: string,
  signal: AbortSignal,
  onFirst: (events: TimelineEvent[]) => void,
): Promise<Loaded> {
  const events: TimelineEvent[] = [];
  let cursor: string | undefined;
  try {
    for (;;) {
      const query = {
        limit: cursor === undefined ? firstPage : nextPage,
        ...(cursor === undefined ? {} : { cursor }),
      };
      const page = await client.call(timelineRoutes.list, { params: { ref }, query }, { signal });
      events.push(...page.items);
      if (page.next === null) return { events, complete: true };
      if (cursor === undefined) onFirst([...events]);
      cursor = page.next;
    }
  } catch (error) {
    if (!isAway(error)) throw error;
    const kept = keptEvents.safeParse((await keptAnswer(`events ${ref}`))?.answer);
    if (!kept.success) throw error;
    return { events: kept.data, complete: true };
  }
}
