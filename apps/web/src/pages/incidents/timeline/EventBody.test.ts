import { describe, expect, it } from "vitest";
import { isPlain } from "./EventBody.tsx";

describe("isPlain", () => {
  it.each(["Error rate at 40 % in eu-west-1", "Ada: restarted the pool; it helped (for a while)"])(
    "%s",
    (text) => expect(isPlain(text)).toBe(true),
  );
  it.each([
    "**bold**",
    "a `code`",
    "1. first",
    "- item",
    "see https://example.org",
    "two\nlines",
    "<b>",
    "a@example.org",
    "&amp;",
  ])("not %s", (text) => expect(isPlain(text)).toBe(false));
});
