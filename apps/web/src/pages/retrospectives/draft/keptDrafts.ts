/** Unsaved text on this device, one copy per retrospective and tab: a reload, a crash or a closed lid loses nothing. */
import { retrospectiveDocument } from "@morrow/contract/retrospectives";
import { createStore, del, entries, set, type UseStore } from "idb-keyval";
import { z } from "zod";
import { newKey } from "../../../outbox/entry.ts";
import type { KeptDraft } from "./draft.ts";

const keptDraft = z.object({
  person: z.string(),
  at: z.string(),
  document: retrospectiveDocument,
  base: z.object({
    revision: z.int(),
    document: retrospectiveDocument,
    by: z.string().nullable(),
    savedAt: z.string(),
  }),
});

export interface KeptCopy extends KeptDraft {
  /** Its place in the store. */
  readonly key: string;
}

let store: UseStore | undefined;
const drafts = () => (store ??= createStore("morrow-drafts", "documents"));

/** Survives a reload, and ends with the tab. */
function tabKey(): string {
  try {
    const known = sessionStorage.getItem("morrow-tab");
    if (known !== null) return known;
    const made = newKey();
    sessionStorage.setItem("morrow-tab", made);
    return made;
  } catch {
    return "tab";
  }
}

/** What this person left unsaved here, oldest first, from this tab or one that is gone. */
export async function readKeptDrafts(retrospectiveId: string, person: string): Promise<KeptCopy[]> {
  try {
    const all = await entries<string, unknown>(drafts());
    return all
      .filter(([key]) => key.startsWith(`${retrospectiveId} `))
      .flatMap(([key, value]) => {
        const kept = keptDraft.safeParse(value);
        return kept.success && kept.data.person === person ? [{ ...kept.data, key }] : [];
      })
      .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  } catch {
    // Storage refused by the browser: then text lives in the page only, until it is saved.
    return [];
  }
}

/** Writes at most one copy at a time; the latest always gets its turn. */
export function draftKeeper(retrospectiveId: string, person: string, taken: readonly KeptCopy[]) {
  const key = `${retrospectiveId} ${tabKey()}`;
  let latest: KeptDraft | null | undefined;
  let busy = false;
  const work = async () => {
    if (busy) return;
    busy = true;
    while (latest !== undefined) {
      const next = latest;
      latest = undefined;
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
        await (next === null
          ? Promise.all([key, ...taken.map((each) => each.key)].map((each) => del(each, drafts())))
          : set(key, { ...next, person }, drafts()));
      } catch {
        // See readKeptDrafts.
      }
    }
    busy = false;
  };
  const put = (next: KeptDraft | null) => {
    latest = next;
    void work();
  };
  return { keep: (kept: KeptDraft) => put(kept), forget: () => put(null) };
}
