import { expect, test } from "vitest";

import { hasFilter, withFilter } from "./filters.ts";

test("a filter is added once and taken away again", () => {
  const once = withFilter("slow checkout", "service", "payments");
  expect(once).toBe("slow checkout service:payments");
  expect(hasFilter(once, "service", "payments")).toBe(true);
  expect(withFilter(once, "service", "payments")).toBe("slow checkout");
});

test("values with blanks are quoted", () => {
  const query = withFilter("dns", "team", "Core platform");
  expect(query).toBe('dns team:"Core platform"');
  expect(withFilter(query, "team", "Core platform")).toBe("dns");
});

test("a filter that only begins the same is another one", () => {
  expect(hasFilter("service:payments-eu", "service", "payments")).toBe(false);
});
