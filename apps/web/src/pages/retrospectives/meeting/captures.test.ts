import { meetingAgenda } from "@morrow/domain/retrospectives";
import { expect, test } from "vitest";
import { captureFor } from "./captures.ts";

test("every item of the agenda has fields of its own", () => {
  const other = captureFor("something else");
  for (const { title } of meetingAgenda(60)) expect(captureFor(title)).not.toBe(other);
});
