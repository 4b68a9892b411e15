/** One person's text on its way to the server: what they type, what the server holds, and how the two come together. Nothing typed is ever
    dropped: it is kept on the device until the server says that it has it, and what somebody else wrote meanwhile is merged or shown. */
import {
  mergeDocuments,
  withSection,
  type DocumentSectionId,
  type RetrospectiveDocument,
} from "@morrow/domain/retrospectives";
import type { Saving } from "../../../components/SaveState.tsx";
import { changedSections, withSections, type Stored } from "./stored.ts";

/** What a save came to. `conflict` brings what is stored now; `away` means that trying again later is right. */
export type Saved =
  | { readonly kind: "saved"; readonly stored: Stored }
  | { readonly kind: "conflict"; readonly stored: Stored }
  | { readonly kind: "away" }
  | { readonly kind: "refused"; readonly reason: string };

/** A copy on this device of what the server does not have yet. */
export interface KeptDraft {
  readonly base: Stored;
  readonly document: RetrospectiveDocument;
  /** ISO 8601 instant. */
  readonly at: string;
}

export interface Conflict {
  /** Sections that both sides changed, undecided. */
  readonly sections: readonly DocumentSectionId[];
  readonly theirs: Stored;
}

export interface DraftState {
  readonly document: RetrospectiveDocument;
  readonly base: Stored;
  readonly saving: Saving;
  readonly conflict: Conflict | null;
  /** Sections that came from somebody else since this was last said, and from whom. */
  readonly arrived: { readonly sections: readonly DocumentSectionId[]; readonly by: string | null } | null;
  /** When the text was typed that an earlier visit left behind, if it was taken up again. */
  readonly restoredAt: string | null;
}

export interface DraftParts {
  readonly stored: Stored;
  readonly save: (revision: number, document: RetrospectiveDocument) => Promise<Saved>;
  readonly keep: (kept: KeptDraft) => void;
  readonly forget: () => void;
  /** ISO 8601 instant. */
  readonly now: () => string;
  /** Runs later; the answer takes it back. */
  readonly later: (ms: number, run: () => void) => () => void;
}

export interface Draft {
  readonly state: () => DraftState;
  readonly subscribe: (watcher: () => void) => () => void;
  readonly change: (update: (document: RetrospectiveDocument) => RetrospectiveDocument) => void;
  /** Saves now instead of in a moment. */
  readonly save: () => void;
  /** Something newer is stored, by somebody else or by us in another way. */
  readonly receive: (stored: Stored) => void;
  /** Takes up what an earlier visit left behind. */
  readonly restore: (kept: KeptDraft) => void;
  /** Decides one section of a conflict for the text of this document. */
  readonly decide: (section: DocumentSectionId, document: RetrospectiveDocument) => void;
  /** Goes back to what the server holds. @returns how to take that back */
  readonly letGo: () => () => void;
  readonly dismissNotice: (notice: "arrived" | "restored") => void;
  readonly stop: () => void;
}

/** Long enough for a sentence to go on, short enough to trust. */
export const autosaveMs = 1_200;
export const firstRetryMs = 2_000;
export const longestRetryMs = 30_000;

export function createDraft({ stored, save, keep, forget, now, later }: DraftParts): Draft {
  let state: DraftState = {
    document: stored.document,
    base: stored,
    saving: { state: "untouched" },
    conflict: null,
    arrived: null,
    restoredAt: null,
  };
  const watchers = new Set<() => void>();
  let cancel: (() => void) | undefined;
  let running = false;
  let retryMs = firstRetryMs;
  let waiting: Stored | undefined;

  const put = (next: Partial<DraftState>) => {
    state = { ...state, ...next };
    for (const watcher of watchers) watcher();
  };
  const schedule = (ms: number) => {
    cancel?.();
    cancel = later(ms, () => void deliver());
  };
  const unsaved = () => changedSections(state.base.document, state.document);
  const keepHere = () => keep({ base: state.base, document: state.document, at: now() });

  /** After the text or its base changed from outside: is there anything left to save? */
  const settle = (ms: number) => {
    if (unsaved().length === 0) {
      forget();
      put({ saving: { state: "saved", at: state.base.savedAt } });
    } else {
      keepHere();
      put({ saving: { state: "changed" } });
      schedule(ms);
    }
  };

  const absorb = (next: Stored) => {
    const mine = state.document;
    const { merged, conflicts } = mergeDocuments(state.base.document, mine, next.document);
    const sections = changedSections(mine, merged);
    // Undecided sections keep their old base, so that they stay in conflict whatever else arrives.
    const base = { ...next, document: withSections(next.document, conflicts, state.base.document) };
    put({
      document: merged,
      base,
      ...(sections.length === 0 ? {} : { arrived: { sections, by: next.by } }),
      conflict: conflicts.length === 0 ? null : { sections: conflicts, theirs: next },
    });
    if (conflicts.length === 0) return settle(0);
    cancel?.();
    keepHere();
    put({ saving: { state: "conflict" } });
  };

  const deliver = async () => {
    cancel?.();
    if (running || state.conflict !== null) return;
    if (unsaved().length === 0) return settle(0);
    running = true;
    const { base, document: sent } = state;
    put({ saving: { state: "saving" } });
    const outcome = await save(base.revision, sent);
    running = false;
    if (outcome.kind === "saved") {
      retryMs = firstRetryMs;
      put({ base: { ...outcome.stored, document: sent } });
      settle(autosaveMs);
    } else if (outcome.kind === "conflict") absorb(outcome.stored);
    else if (outcome.kind === "refused") put({ saving: { state: "refused", reason: outcome.reason } });
    else {
      put({ saving: { state: "offline", kept: unsaved().length } });
      schedule(retryMs);
      retryMs = Math.min(retryMs * 2, longestRetryMs);
    }
    const next = waiting;
    waiting = undefined;
    if (next !== undefined && next.revision > state.base.revision) absorb(next);
  };

  return {
    state: () => state,
    subscribe: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    change: (update) => {
      const document = update(state.document);
      if (document === state.document) return;
      put({ document });
      keepHere();
      if (state.conflict !== null) return;
      if (state.saving.state === "offline")
        return put({ saving: { state: "offline", kept: unsaved().length } });
      if (!running) put({ saving: { state: "changed" } });
      schedule(autosaveMs);
    },
    save: () => {
      if (unsaved().length > 0) void deliver();
    },
    receive: (next) => {
      if (next.revision <= state.base.revision) return;
      if (running) waiting = next;
      else absorb(next);
    },
    restore: (kept) => {
      const server = state.base;
      if (changedSections(kept.document, state.document).length === 0) return forget();
      const { merged, conflicts } = mergeDocuments(kept.base.document, kept.document, state.document);
      const base = { ...server, document: withSections(server.document, conflicts, kept.base.document) };
      put({
        document: merged,
        base,
        restoredAt: kept.at,
        conflict: conflicts.length === 0 ? null : { sections: conflicts, theirs: server },
      });
      if (conflicts.length === 0) return settle(0);
      keepHere();
      put({ saving: { state: "conflict" } });
    },
    decide: (section, source) => {
      const { conflict } = state;
      if (conflict === null) return;
      const sections = conflict.sections.filter((each) => each !== section);
      put({
        document: withSection(state.document, section, source),
        base: {
          ...state.base,
          document: withSection(state.base.document, section, conflict.theirs.document),
        },
        conflict: sections.length === 0 ? null : { ...conflict, sections },
      });
      keepHere();
      if (sections.length === 0) settle(0);
    },
    letGo: () => {
      const { document } = state;
      put({ document: state.base.document, restoredAt: null });
      settle(0);
      return () => {
        put({ document });
        settle(0);
      };
    },
    dismissNotice: (notice) => put(notice === "arrived" ? { arrived: null } : { restoredAt: null }),
    stop: () => {
      void deliver();
      cancel?.();
      watchers.clear();
    },
  };
}
