import * as fc from "fast-check";
import { expect, test } from "vitest";

import { RecentKeys } from "./recent-keys.ts";

test("never more than the most, never less than the half used last, and never a wrong value", () => {
  const keys = fc.integer({ min: 0, max: 30 }).map((key) => `k${key}`);
  const step = fc.record({ key: keys, set: fc.boolean() });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 20 }), fc.array(step, { maxLength: 300 }), (most, steps) => {
      const recent = new RecentKeys<{ of: number }>(most);
      const values = new Map<string, { of: number }>();
      let used: string[] = [];
      for (const [at, { key, set }] of steps.entries()) {
        if (set) {
          values.set(key, { of: at });
          recent.set(key, values.get(key)!);
        }
        const got = recent.get(key);
        const mayBeForgotten = !used.slice(0, Math.floor(most / 2)).includes(key);
        expect(got === values.get(key) || (got === undefined && mayBeForgotten)).toBe(true);
        if (got !== undefined) used = [key, ...used.filter((other) => other !== key)];
        expect(recent.size).toBeLessThanOrEqual(most);
      }
    }),
  );
});
