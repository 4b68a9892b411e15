import { describe, expect, it } from "vitest";
import { paths } from "../../../paths.ts";
import { countFilters, filterQuery, filterValues, noFilters, readFilters } from "./filters.ts";

const read = (query: string) => readFilters(new URLSearchParams(query));

describe("filters in the address", () => {
  it("come back as they were", () => {
    const filters = {
      ...noFilters,
      text: "dns",
      state: ["open", "mitigated"] as const,
      severity: [1, 2] as const,
      service: ["a, b", "c"],
      needsRetrospective: true,
      from: "2026-01-01",
    };
    const address = new URL(paths.incidents(filterValues(filters)), "http://morrow.test");
    expect(readFilters(address.searchParams)).toEqual(filters);
    expect(countFilters(filters)).toBe(5);
  });
  it("leave nothing behind when nothing is filtered", () =>
    expect(paths.incidents(filterValues(noFilters))).toBe("/incidents"));
  it("pass over what is no filter", () =>
    expect(read("state=gone&severity=9&from=yesterday&team=x&kind=drill,unknown")).toEqual({
      ...noFilters,
      kind: ["drill"],
    }));
  it("understand SEV1 and commas", () => expect(read("severity=SEV1,3").severity).toEqual([1, 3]));
  it("ask for whole days", () =>
    expect(filterQuery(read("from=2026-02-28&to=2026-02-28"))).toEqual({
      after: "2026-02-28",
      before: "2026-03-01",
    }));
});
