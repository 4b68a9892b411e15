import { expect, test } from "vitest";
import { filtersOf, withFilter } from "./filters.ts";

test("filters are read from the address, and words nobody knows are passed over", () => {
  const address = new URLSearchParams("mine=true&overdue=perhaps&service=payments&tag=&state=gone");
  expect(filtersOf(address)).toEqual({ mine: "true", service: "payments" });
});

test("an empty filter leaves the address", () => {
  const address = withFilter(new URLSearchParams("tag=dns"), "service", "web");
  expect(address.toString()).toBe("tag=dns&service=web");
  expect(withFilter(address, "tag", "").toString()).toBe("service=web");
});
