import { Failure } from "@morrow/client";
import {
  retrospective as retrospectiveSchema,
  retrospectiveRoutes,
  type Retrospective,
} from "@morrow/contract/retrospectives";
import type { RetrospectiveDocument } from "@morrow/domain/retrospectives";
import { useQueryClient, type QueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { answerKey } from "../../../api/answers.ts";
import { client } from "../../../api/client.ts";
import { onNews } from "../../../api/news.ts";
import { useSignedIn } from "../../../api/session.ts";
import { isAway } from "../../../kept/keptCall.ts";
import { createDraft, type Draft, type DraftState, type Saved } from "./draft.ts";
import { draftKeeper, readKeptDrafts } from "./keptDrafts.ts";
import { storedOf } from "./stored.ts";

/** The document being written, kept and saved by itself. Null until it is known what an earlier visit left behind. */
export function useDraft(retrospective: Retrospective): Draft | null {
  const { person } = useSignedIn();
  const cache = useQueryClient();
  const [draft, setDraft] = useState<Draft | null>(null);
  const { id } = retrospective;
  const { ref } = retrospective.incident;
  useEffect(() => {
    let made: Draft | undefined;
    let over = false;
    void readKeptDrafts(id, person.id).then((left) => {
      if (over) return;
      const keeper = draftKeeper(id, person.id, left);
      made = createDraft({
        stored: storedOf(current(cache, ref) ?? retrospective),
        save: (revision, document) => saveDocument(cache, ref, revision, document),
        ...keeper,
        now: () => new Date().toISOString(),
        later: (ms, run) => {
          const timer = setTimeout(run, ms);
          return () => clearTimeout(timer);
        },
      });
      for (const kept of left) made.restore(kept);
      setDraft(made);
    });
    return () => {
      over = true;
      made?.stop();
    };
    // A new answer of the server is received below; it never starts the draft anew.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [id, ref, person.id, cache]);
  useEffect(() => draft?.receive(storedOf(retrospective)), [draft, retrospective]);
  useSavingMoments(draft);
  return draft;
}

export function useDraftState(draft: Draft): DraftState {
  return useSyncExternalStore(draft.subscribe, draft.state);
}

const showKey = (ref: string) => answerKey(retrospectiveRoutes.show, { params: { ref } });

function current(cache: QueryClient, ref: string): Retrospective | undefined {
  return cache.getQueryData<Retrospective>(showKey(ref));
}

/** Not only after a pause in typing: also when attention leaves, and as soon as the server is back. */
function useSavingMoments(draft: Draft | null): void {
  useEffect(() => {
    if (draft === null) return;
    const save = () => draft.save();
    const hidden = () => document.visibilityState === "hidden" && draft.save();
    addEventListener("online", save);
    addEventListener("pagehide", save);
    document.addEventListener("visibilitychange", hidden);
    const quit = onNews((news) => {
      if (news.kind === "connected" && draft.state().saving.state === "offline") draft.save();
    });
    return () => {
      removeEventListener("online", save);
      removeEventListener("pagehide", save);
      document.removeEventListener("visibilitychange", hidden);
      quit();
    };
  }, [draft]);
}

async function saveDocument(
  cache: QueryClient,
  ref: string,
  revision: number,
  document: RetrospectiveDocument,
): Promise<Saved> {
  try {
    const answer = await client.call(retrospectiveRoutes.save, {
      params: { ref },
      body: { revision, document },
    });
    cache.setQueryData(showKey(ref), answer);
    return { kind: "saved", stored: storedOf(answer) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (error.code === "conflict.revision") {
      const now = retrospectiveSchema.safeParse(error.current);
      return now.success ? { kind: "conflict", stored: storedOf(now.data) } : { kind: "away" };
    }
    return isAway(error)
      ? { kind: "away" }
      : { kind: "refused", reason: error.fields[0]?.message ?? error.message };
  }
}
