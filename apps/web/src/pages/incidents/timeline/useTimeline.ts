/** The timeline of one incident, whole, kept up to date event by event: five thousand of them are loaded once, not at each news. */
import { timelineRoutes, type TimelineEvent } from "@morrow/contract/timeline";
import type { Failure } from "@morrow/client";
import { useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { client } from "../../../api/client.ts";
import { onNews } from "../../../api/news.ts";
import { keepAnswer } from "../../../kept/kept.ts";
import { mergeEvents } from "./mergeEvents.ts";
import { timelineKey, timelineQuery, type Loaded } from "./timelineQuery.ts";

/** A list of ids in an address may have 2,000 characters. */
const idsAtOnce = 50;
/** More news than this at once (an import) is cheaper to load anew. */
const manyNews = 250;
const gatherMs = 120;
const keepMs = 1_000;

export interface Timeline {
  readonly events: readonly TimelineEvent[];
  readonly loading: boolean;
  /** The first page stands, the rest is on its way. */
  readonly partial: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
}

/** Puts an answer of the server into the timeline on screen, before the news of it comes round. */
export function showEvents(cache: QueryClient, ref: string, changed: readonly TimelineEvent[]): void {
  cache.setQueryData<Loaded>(
    timelineKey(ref),
    (loaded) => loaded && { ...loaded, events: mergeEvents(loaded.events, changed) },
  );
}

/** @param incidentId its uuid, by which the news name it; undefined while it loads */
export function useTimeline(ref: string, incidentId: string | undefined): Timeline {
  const cache = useQueryClient();
  const query = useQuery(timelineQuery(ref, cache));
  useTimelineNews(ref, incidentId);
  useKeeping(ref, query.data);
  const { data, error, refetch } = query;
  return useMemo(
    () => ({
      events: data?.events ?? [],
      loading: data === undefined && error === null,
      partial: data !== undefined && !data.complete,
      failure: data === undefined ? error : null,
      retry: () => void refetch(),
    }),
    [data, error, refetch],
  );
}

/** Fetches just what the news name, a burst of them at once. */
function useTimelineNews(ref: string, incidentId: string | undefined): void {
  const cache = useQueryClient();
  useEffect(() => {
    if (incidentId === undefined) return;
    const key = timelineKey(ref);
    const ids = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = () => {
      timer = undefined;
      const wanted = [...ids];
      ids.clear();
      // While the list itself is still loading it will bring them along, or miss them: then it is asked again.
      if (wanted.length > manyNews || cache.getQueryState(key)?.fetchStatus === "fetching")
        return void cache.invalidateQueries({ queryKey: key });
      void fetchEvents(ref, wanted).then(
        (changed) => showEvents(cache, ref, changed),
        () => void cache.invalidateQueries({ queryKey: key }),
      );
    };
    const quit = onNews((news) => {
      if (news.kind === "lost") return;
      if (news.kind === "connected") return void (news.missed && cache.invalidateQueries({ queryKey: key }));
      const { entry } = news;
      if (entry.subjectKind !== "timeline_event" || entry.incidentId !== incidentId) {
        // Closing and reopening write milestones of their own; an import writes many events under one entry.
        if (entry.incidentId !== incidentId || !/closed|reopened|imported/.test(entry.what)) return;
        return void cache.invalidateQueries({ queryKey: key });
      }
      ids.add(entry.subjectId);
      timer ??= setTimeout(gather, gatherMs);
    });
    return () => {
      clearTimeout(timer);
      quit();
    };
  }, [cache, ref, incidentId]);
}

async function fetchEvents(ref: string, ids: readonly string[]): Promise<TimelineEvent[]> {
  const changed: TimelineEvent[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    const query = { ids: ids.slice(start, start + idsAtOnce).join(",") };
    changed.push(...(await client.call(timelineRoutes.list, { params: { ref }, query })).items);
  }
  return changed;
}

/** A copy for the time without a server, written when things have calmed down. */
function useKeeping(ref: string, loaded: Loaded | undefined): void {
  useEffect(() => {
    if (loaded === undefined || !loaded.complete) return;
    const timer = setTimeout(() => void keepAnswer(`events ${ref}`, loaded.events), keepMs);
    return () => clearTimeout(timer);
  }, [ref, loaded]);
}
