import * as fc from "fast-check";
import { expect, test } from "vitest";

import { BatchQueue, type WaitingBatch } from "./signal-batch.ts";

const batch = (sequence: number): WaitingBatch => ({
  version: 1,
  service: "shop",
  instance: "one",
  sequence,
  from: 0,
  until: 1,
  series: [{ kind: "timeout", policy: "reviews", count: sequence, first: 0, last: 0 }],
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test("the queue keeps the newest, in order and in bounded room, and counts what goes", () => {
  const step = fc.constantFrom("add", "take", "put back", "refuse");
  fc.assert(
    fc.property(fc.array(step), fc.integer({ min: 1, max: 4 }), (steps, capacity) => {
      const queue = new BatchQueue(capacity);
      // What each batch counts is its number, so that sums tell which are where.
      let waiting: number[] = [];
      const dropped: number[] = [];
      let taken: WaitingBatch | undefined;
      const oldest: (number | undefined)[][] = [];
      let added = 0;
      for (const what of steps) {
        if (what === "add") {
          added += 1;
          queue.add(batch(added));
          waiting.push(added);
        } else if (what === "take") {
          taken = queue.take();
          oldest.push([taken?.sequence, waiting.shift()]);
        } else if (taken !== undefined) {
          if (what === "put back") queue.putBack(taken);
          else queue.drop(taken);
          (what === "put back" ? waiting : dropped).unshift(taken.sequence);
          taken = undefined;
        }
        expect(oldest.every(([came, expected]) => came === expected)).toBe(true);
        dropped.push(...waiting.slice(0, -capacity));
        waiting = waiting.slice(-capacity);
        expect(queue.signals).toBe(sum(waiting));
        expect(queue.isEmpty).toBe(waiting.length === 0);
        expect(queue.dropped).toEqual({ signals: sum(dropped), batches: dropped.length });
      }
    }),
  );
});
