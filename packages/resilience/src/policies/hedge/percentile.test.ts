import * as fc from "fast-check";
import { expect, test } from "vitest";

import { Percentile } from "./percentile.ts";

test("says nothing at first, and then what the share of the last ones does not exceed", () => {
  const durations = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { maxLength: 600 });
  fc.assert(
    fc.property(durations, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (all, rank) => {
      const percentile = new Percentile(rank);
      for (const duration of all) percentile.add(duration);
      const computed = Math.floor(all.length / 32) * 32;
      const seen = all.slice(Math.max(0, computed - 256), computed).toSorted((a, b) => a - b);
      expect(percentile.value).toBe(seen[Math.ceil(rank * seen.length) - 1]);
    }),
  );
});
