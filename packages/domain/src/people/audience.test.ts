import { expect, test } from "vitest";

import { audiencesOf, countermeasureAudience, maySee } from "./audience.ts";

const draft = { id: "a", restricted: false, published: false };
const published = { id: "b", restricted: false, published: true };
const secret = { id: "c", restricted: true, published: true };
const otherSecret = { id: "d", restricted: true, published: false };

test("a countermeasure is for members until one of its retrospectives is published", () => {
  expect(countermeasureAudience([])).toBe("members");
  expect(countermeasureAudience([draft])).toBe("members");
  expect(countermeasureAudience([draft, published])).toBe("everyone");
});

test("a restricted source restricts it, published or not", () => {
  expect(countermeasureAudience([published, secret])).toBe("incident:c");
  expect(countermeasureAudience([otherSecret])).toBe("incident:d");
});

test("two restricted sources leave it to administrators, whatever order they come in", () => {
  const audience = countermeasureAudience([otherSecret, secret]);
  expect(audience).toBe(countermeasureAudience([secret, otherSecret]));
  const named = { personId: "p", role: "member", teamIds: [], scopes: null } as const;
  expect(maySee(audiencesOf(named, ["c", "d"]), audience)).toBe(false);
  expect(maySee(audiencesOf({ ...named, role: "admin" }, []), audience)).toBe(true);
});
