import type { Comment } from "@morrow/contract/retrospectives";
import { expect, test } from "vitest";

import { isOpen, threadsOf } from "./threads.ts";

const ada = { id: "p1", name: "Ada" };

function comment(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    person: ada,
    revision: 1,
    section: "narrative",
    quote: "",
    body: id,
    replyTo: null,
    createdAt: "2026-05-01T10:00:00Z",
    savedAt: "2026-05-01T10:00:00Z",
    withdrawn: false,
    settled: null,
    ...more,
  };
}

const shape = (comments: readonly Comment[]) =>
  threadsOf(comments).map(({ first, replies }) => [first.id, ...replies.map(({ id }) => id)]);

test("replies stand under what they answer, in order", () => {
  expect(
    shape([comment("a"), comment("b"), comment("c", { replyTo: "a" }), comment("d", { replyTo: "a" })]),
  ).toEqual([["a", "c", "d"], ["b"]]);
});

test("what was withdrawn is gone, but not what others answered to it", () => {
  const withdrawn = { body: "", withdrawn: true };
  expect(
    shape([
      comment("a", withdrawn),
      comment("b", withdrawn),
      comment("c", { replyTo: "b" }),
      comment("d", { replyTo: "b", ...withdrawn }),
    ]),
  ).toEqual([["b", "c"]]);
});

test("a thread is open until somebody settles it", () => {
  const settled = { at: "2026-05-01T11:00:00Z", by: ada };
  expect(threadsOf([comment("a"), comment("b", { settled })]).map(isOpen)).toEqual([true, false]);
});
