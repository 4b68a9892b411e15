import { follow } from "@morrow/client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { client } from "./client.ts";
import { tellNews } from "./news.ts";

/** Words whose answers may have changed when something happened to a subject. */
const touched: Record<string, readonly string[]> = {
  incident: ["incidents", "knowledge"],
  timeline_event: ["timeline", "incidents"],
  retrospective: ["retrospectives", "knowledge"],
  countermeasure: ["countermeasures", "knowledge"],
  perspective: ["retrospectives"],
  person: ["people", "session"],
  team: ["teams", "people"],
  policy: ["policy"],
};

/**
 * Keeps what is on screen in step with what others do. Mounted once, by the layout.
 * @param since where the log stood before anything on screen was asked
 * @returns whether the stream is connected
 */
export function useLive(since: number): "open" | "lost" {
  const cache = useQueryClient();
  const [state, setState] = useState<"open" | "lost">("open");
  const [start] = useState(since);
  useEffect(() => {
    const stop = new AbortController();
    const words = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A burst of news (an import, a busy incident) becomes one refresh.
    const refresh = () => {
      timer = undefined;
      for (const word of words) void cache.invalidateQueries({ queryKey: [word] });
      words.clear();
    };
    let before = false;
    void follow(client, {
      signal: stop.signal,
      onState: (next) => {
        setState(next);
        if (next === "lost") tellNews({ kind: "lost" });
      },
      onWelcome: (position) => {
        // What happened between the first answers and the stream, or while it was lost, is in no news.
        const missed = before || position !== start;
        tellNews({ kind: "connected", missed });
        if (missed) void cache.invalidateQueries();
        before = true;
      },
      onEntry: (entry) => {
        tellNews({ kind: "entry", entry });
        for (const word of touched[entry.subjectKind] ?? []) words.add(word);
        timer ??= setTimeout(refresh, 150);
      },
    });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [cache, start]);
  return state;
}
