import * as fc from "fast-check";
import { expect, test } from "vitest";

import { Fifo } from "./fifo.ts";

test("behaves as an array from which anything can be taken out", () => {
  const step = fc.oneof(
    fc.constant({ kind: "push" } as const),
    fc.constant({ kind: "shift" } as const),
    fc.record({ kind: fc.constant("leave" as const), which: fc.nat({ max: 40 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const fifo = new Fifo<number>();
      const leaves: (() => void)[] = [];
      let model: number[] = [];
      for (const action of steps) {
        const [shifted, expected] = action.kind === "shift" ? [fifo.shift(), model.shift()] : [];
        if (action.kind === "push") {
          model.push(leaves.length);
          leaves.push(fifo.push(leaves.length));
        } else if (action.kind === "leave") {
          leaves[action.which]?.();
          model = model.filter((value) => value !== action.which);
        }
        expect([shifted, fifo.size, fifo.first]).toEqual([expected, model.length, model[0]]);
      }
      while (fifo.size > 0) expect(fifo.shift()).toBe(model.shift());
    }),
  );
});
