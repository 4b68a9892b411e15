import type { TimelineEvent } from "@morrow/contract/timeline";
import { describe, expect, it } from "vitest";
import { mergeEvents } from "./mergeEvents.ts";

function event(id: string, at: string | null, more: Partial<TimelineEvent> = {}): TimelineEvent {
  return {
    id,
    at: at === null ? null : `2026-05-01T${at}:00Z`,
    until: null,
    zone: null,
    precision: "minute",
    given: null,
    source: "person",
    kind: "note",
    milestone: null,
    actor: null,
    body: id,
    evidence: [],
    starred: false,
    recordedAt: "2026-05-01T12:00:00Z",
    recordedBy: null,
    supersedes: null,
    supersededBy: null,
    withdrawn: null,
    revision: 1,
    ...more,
  };
}

const ids = (events: readonly TimelineEvent[]) => events.map(({ id }) => id).join(" ");
const timeline = [event("a", "10:00"), event("b", "11:00"), event("c", "11:00"), event("z", null)];

describe("mergeEvents", () => {
  it("puts a late addition where it happened, and after others of the same instant", () => {
    expect(ids(mergeEvents(timeline, [event("late", "10:30")]))).toBe("a late b c z");
    expect(ids(mergeEvents(timeline, [event("same", "11:00")]))).toBe("a b c same z");
    expect(ids(mergeEvents(timeline, [event("x", "12:00"), event("y", "12:00")]))).toBe("a b c x y z");
  });
  it("puts a correction in the place of what it corrects", () => {
    expect(ids(mergeEvents(timeline, [event("b2", "11:00", { supersedes: "b" })]))).toBe("a b2 c z");
    expect(ids(mergeEvents(timeline, [event("z2", "10:00", { supersedes: "z" })]))).toBe("a z2 b c");
  });
  it("takes away what was withdrawn or corrected", () => {
    const withdrawn = { reason: "wrong incident", by: null, at: "2026-05-01T12:00:00Z" };
    expect(ids(mergeEvents(timeline, [event("b", "11:00", { withdrawn, revision: 2 })]))).toBe("a c z");
    expect(ids(mergeEvents(timeline, [event("b", "11:00", { supersededBy: "q", revision: 2 })]))).toBe(
      "a c z",
    );
  });
  it("never goes back to an older state", () => {
    const starred = mergeEvents(timeline, [event("a", "10:00", { starred: true, revision: 2 })]);
    expect(mergeEvents(starred, [event("a", "10:00")])[0]?.starred).toBe(true);
  });
  it("is the same when told twice", () => {
    const once = mergeEvents(timeline, [event("n", "10:10")]);
    expect(ids(mergeEvents(once, [event("n", "10:10")]))).toBe(ids(once));
  });
});
