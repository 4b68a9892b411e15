import { emptyDocument, type RetrospectiveDocument } from "@morrow/domain/retrospectives";
import { expect, test } from "vitest";
import { autosaveMs, createDraft, type KeptDraft, type Saved } from "./draft.ts";
import type { Stored } from "./stored.ts";

const at = "2026-05-01T14:05:09Z";
const stored = (revision: number, parts: Partial<RetrospectiveDocument> = {}, by = "Ben"): Stored => ({
  revision,
  document: { ...emptyDocument, ...parts },
  by,
  savedAt: at,
});

/** A draft whose clock and server are moved by the test. */
function desk(first: Stored) {
  let server = first;
  let away = false;
  const kept: { now: KeptDraft | null } = { now: null };
  const timers = new Set<{ ms: number; run: () => void }>();
  const draft = createDraft({
    stored: first,
    save: (revision, document): Promise<Saved> => {
      if (away) return Promise.resolve({ kind: "away" });
      if (revision !== server.revision) return Promise.resolve({ kind: "conflict", stored: server });
      server = { revision: revision + 1, document, by: "Ada", savedAt: at };
      return Promise.resolve({ kind: "saved", stored: server });
    },
    keep: (next) => (kept.now = next),
    forget: () => (kept.now = null),
    now: () => at,
    later: (ms, run) => {
      const timer = { ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  });
  const tick = async () => {
    for (const timer of timers) {
      timers.delete(timer);
      timer.run();
    }
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return {
    draft,
    kept,
    timers,
    tick,
    server: () => server,
    setServer: (next: Stored) => (server = next),
    setAway: (next: boolean) => (away = next),
  };
}

test("what is typed is kept at once, saved after a pause, and then no longer kept", async () => {
  const { draft, kept, tick, server, timers } = desk(stored(1));
  draft.change((document) => ({ ...document, lesson: "Drain first." }));
  expect(kept.now?.document.lesson).toBe("Drain first.");
  expect(draft.state().saving).toEqual({ state: "changed" });
  expect([...timers].map(({ ms }) => ms)).toEqual([autosaveMs]);
  await tick();
  expect(server().document.lesson).toBe("Drain first.");
  expect(draft.state().saving).toEqual({ state: "saved", at });
  expect(kept.now).toBeNull();
});

test("while the server is away the text stays here, is counted, and is delivered later", async () => {
  const { draft, kept, tick, server, setAway } = desk(stored(1));
  setAway(true);
  draft.change((document) => ({ ...document, lesson: "a" }));
  await tick();
  expect(draft.state().saving).toEqual({ state: "offline", kept: 1 });
  draft.change((document) => ({ ...document, lucky: ["b"] }));
  expect(draft.state().saving).toEqual({ state: "offline", kept: 2 });
  expect(kept.now?.document.lucky).toEqual(["b"]);
  setAway(false);
  await tick();
  expect(server().document).toMatchObject({ lesson: "a", lucky: ["b"] });
  expect(kept.now).toBeNull();
});

test("sections that only one side touched come together by themselves, and it is said", async () => {
  const { draft, tick, server, setServer } = desk(stored(1));
  setServer(stored(2, { narrative: "theirs" }));
  draft.change((document) => ({ ...document, lesson: "mine" }));
  await tick();
  await tick();
  expect(draft.state().arrived).toEqual({ sections: ["narrative"], by: "Ben" });
  expect(draft.state().conflict).toBeNull();
  expect(server()).toMatchObject({ revision: 3, document: { narrative: "theirs", lesson: "mine" } });
});

test("a section that both changed waits for a decision; nothing is saved or lost before it", async () => {
  const { draft, kept, tick, server, setServer } = desk(stored(1, { narrative: "base" }));
  setServer(stored(2, { narrative: "theirs" }));
  draft.change((document) => ({ ...document, narrative: "mine" }));
  await tick();
  expect(draft.state().conflict).toMatchObject({ sections: ["narrative"], theirs: { by: "Ben" } });
  expect(draft.state().saving).toEqual({ state: "conflict" });
  expect(kept.now?.document.narrative).toBe("mine");
  expect(server().document.narrative).toBe("theirs");
  draft.decide("narrative", { ...draft.state().document, narrative: "theirs and mine" });
  await tick();
  expect(draft.state().conflict).toBeNull();
  expect(server()).toMatchObject({ revision: 3, document: { narrative: "theirs and mine" } });
});

test("keeping theirs needs no save", async () => {
  const { draft, kept, tick, server, setServer } = desk(stored(1, { lesson: "base" }));
  setServer(stored(2, { lesson: "theirs" }));
  draft.change((document) => ({ ...document, lesson: "mine" }));
  await tick();
  const { conflict } = draft.state();
  if (conflict !== null) draft.decide("lesson", conflict.theirs.document);
  await tick();
  expect(draft.state().document.lesson).toBe("theirs");
  expect(server().revision).toBe(2);
  expect(kept.now).toBeNull();
});

test("what an earlier visit left behind is taken up on top of what others saved", async () => {
  const { draft, tick, server } = desk(stored(4, { narrative: "newer", lesson: "old" }));
  draft.restore({ base: stored(3, { lesson: "old" }), document: { ...emptyDocument, lesson: "mine" }, at });
  expect(draft.state()).toMatchObject({ restoredAt: at, document: { narrative: "newer", lesson: "mine" } });
  await tick();
  expect(server().document).toMatchObject({ narrative: "newer", lesson: "mine" });
});

test("what was left behind may be let go of, and taken back", async () => {
  const { draft, tick, server } = desk(stored(4, { lesson: "old" }));
  draft.restore({ base: stored(4, { lesson: "old" }), document: { ...emptyDocument, lesson: "mine" }, at });
  const takeBack = draft.letGo();
  expect(draft.state().document.lesson).toBe("old");
  takeBack();
  await tick();
  expect(server().document.lesson).toBe("mine");
});

test("news from others shows at once when nothing is unsaved", () => {
  const { draft } = desk(stored(1));
  draft.receive(stored(2, { confusing: ["two dashboards"] }));
  expect(draft.state().document.confusing).toEqual(["two dashboards"]);
  draft.receive(stored(1, { confusing: ["stale"] }));
  expect(draft.state().document.confusing).toEqual(["two dashboards"]);
});
